using System.Globalization;
using Extraction.Knowledge.Dates;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Dates;

/// <summary>The dates of an article as one record has them around it: what is the same for all dates that it could have, worked out once.</summary>
public sealed class RecordDates
{
    /// <summary>Sentences from which on words that name a day of the news are too far to be seen.</summary>
    const int FarSentences = 9;

    readonly int[] distances;
    readonly int[] ranked;
    readonly HashSet<int> crowded = [];

    /// <param name="document">The article.</param>
    /// <param name="notes">What its reader noted of its words.</param>
    /// <param name="record">The record.</param>
    public RecordDates(DocumentView document, TokenNotes notes, MergedEvent record)
    {
        (Document, Notes, Record) = (document, notes, record);
        var places = record.Proposals.ConvertAll(p => (p.Anchor.Sentence.Number, Token: p.Anchor.Sentence.Sentence.First + p.Anchor.Token));
        var stated = places.Select(p => p.Number).ToHashSet();
        var dated = new HashSet<int>();
        distances = new int[document.Dates.Length];
        var fresh = FarSentences;
        for (var i = 0; i < distances.Length; i++)
        {
            var d = document.Dates[i];
            distances[i] = places.Min(p => Math.Abs(p.Token - d.First));
            if (!dated.Add(d.Sentence)) crowded.Add(d.Sentence);
            var noted = Noted(d);
            Surest = Math.Max(Surest, noted);
            if (stated.Contains(d.Sentence)) (IsDated, NotedHere) = (true, Math.Max(NotedHere, noted));
            if (d.Shape.Form is DateForm.Weekday or DateForm.DayOffset) fresh = Math.Min(fresh, places.Min(p => Math.Abs(p.Number - d.Sentence)));
        }

        ranked = [.. distances];
        Array.Sort(ranked);
        Fresh = fresh >= FarSentences ? "no" : Features.Bucket(fresh).ToString(CultureInfo.InvariantCulture);
    }

    public DocumentView Document { get; }

    public TokenNotes Notes { get; }

    public MergedEvent Record { get; }

    /// <summary>A sentence that states the record has a date.</summary>
    public bool IsDated { get; }

    /// <summary>The most that the reader noted for a date in a sentence that states the record; 0 to 1.</summary>
    public double NotedHere { get; }

    /// <summary>The most that the reader noted for any date of the article; 0 to 1.</summary>
    public double Surest { get; }

    /// <summary>How many sentences away the nearest words stand that name a day of the news, or "no".</summary>
    public string Fresh { get; }

    /// <summary>Tokens between a date, by its number in the article, and the nearest place that states the record.</summary>
    public int Distance(int number) => distances[number];

    /// <summary>How many dates stand nearer to the places that state the record.</summary>
    public int Rank(int number)
    {
        var (low, high) = (0, ranked.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranked[middle] < distances[number]) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>True where a sentence has more dates than one.</summary>
    public bool IsCrowded(SentenceView s) => crowded.Contains(s.Number);

    double Noted(DateExpression d)
    {
        var s = Document.Sentences[d.Sentence];
        return Notes.IsDate(s, d.First - s.Sentence.First, d.End - s.Sentence.First);
    }
}
