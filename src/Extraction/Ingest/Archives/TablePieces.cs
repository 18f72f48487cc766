using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>
/// Comma- or tab-separated values with a head line: a document a row, its columns named as the fields of JSON documents are. UTF-8;
/// a field is no longer than a document may be, and a row no longer than two: text and page.
/// </summary>
static class TablePieces
{
    const int RowsAtOnce = 64;

    public static IEnumerable<Piece> Of(InputFile file, Func<Stream> open, IngestOptions options, CancellationToken cancellation)
    {
        RowText? text = null;
        CsvReader? rows = null;
        try
        {
            if (LineCutter.Try(() => rows = Reader(file, text = new(new StreamReader(open(), Encoding.UTF8), 2L * options.MaxDocumentBytes), options)) is { } closed)
            {
                LostInput.ThrowIfLost(file, closed);
                yield return new SettledPiece(file, FileDocuments.Fault(file, "ingest/unreadable", $"cannot be opened: {closed.Message}"));
                yield break;
            }

            var number = 0L;
            var more = Next(file, rows!, text!, 0, out var broken);
            if (more)
            {
                rows!.ReadHeader();
                if (!Has(rows, options.Fields.Text) && !Has(rows, options.Fields.Html))
                {
                    yield return new SettledPiece(file, FileDocuments.Fault(
                        file, "ingest/no-text", $"no column is called '{options.Fields.Text}' or '{options.Fields.Html}' (there are {string.Join(", ", rows.HeaderRecord!)}); name them under ingest.fields"));
                    yield break;
                }
            }

            while (more && !cancellation.IsCancellationRequested)
            {
                var items = ImmutableArray.CreateBuilder<SourceItem>();
                while (items.Count < RowsAtOnce && (more = Next(file, rows!, text!, number + 1, out broken)))
                {
                    items.Add(Document(rows!, $"{file.DocumentId}#{++number}", options));
                }

                yield return new ItemsPiece(file, 0, items.ToImmutable());
            }

            if (broken is not null)
            {
                yield return new SettledPiece(file, broken);
            }
        }
        finally
        {
            rows?.Dispose();
        }
    }

    static CsvReader Reader(InputFile file, TextReader text, IngestOptions options)
    {
        var isTabs = file.Path.Contains(".tsv", StringComparison.OrdinalIgnoreCase);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = isTabs ? "\t" : ",",
            BadDataFound = null,
            MissingFieldFound = null,
            MaxFieldSize = options.MaxDocumentBytes,
        };
        return new(text, configuration);
    }

    static bool Next(InputFile file, CsvReader rows, RowText text, long number, out SourceFault? broken)
    {
        broken = null;
        try
        {
            text.NewRow();
            return rows.Read();
        }
        catch (Exception e) when (e is CsvHelperException or DocumentException or IOException or InvalidDataException)
        {
            LostInput.ThrowIfLost(file, e);
            var code = e is InvalidDataException ? "ingest/broken-gzip" : e is IOException ? "ingest/unreadable" : "ingest/bad-table";
            var why = e.Message.Split('\n', 2)[0].TrimEnd();
            broken = new(new(code, $"{file.DocumentId}#{number}", $"{file.Path}: breaks off at row {number}; the rows before were read: {why}"));
            return false;
        }
    }

    static SourceItem Document(CsvReader row, string place, IngestOptions options)
    {
        var names = options.Fields;
        var id = Field(row, names.Id) ?? place;
        var text = Field(row, names.Text);
        if ((text ?? Field(row, names.Html)) is not { } body)
        {
            return new SourceSkip(id, "empty");
        }

        var hints = new SourceHints(Field(row, names.Title), Field(row, names.Published) ?? options.Published, Field(row, names.Url));
        var (words, format) = text is null ? (body, BodyFormat.Html) : FieldText.Of(body);
        return new SourceDocument(new(id, Encoding.UTF8.GetBytes(words), format, "utf-8", hints), []);
    }

    static bool Has(CsvReader rows, string name) => rows.HeaderRecord?.Contains(name, StringComparer.Ordinal) == true;

    static string? Field(CsvReader row, string name) => row.GetField(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>The parser keeps a row whole, however many fields it has: here one without end breaks off.</summary>
    /// <param name="most">Characters of a row.</param>
    sealed class RowText(TextReader text, long most) : TextReader
    {
        /// <summary>What is read ahead counts for the row that follows, so that it must be little.</summary>
        const int ReadAtOnce = 32 * 1024;

        long row;

        public void NewRow() => row = 0;

        /// <exception cref="DocumentException">The row is too long.</exception>
        public override int Read(char[] buffer, int index, int count)
        {
            var read = text.Read(buffer, index, Math.Min(count, ReadAtOnce));
            row += read;
            return row <= most ? read : throw new DocumentException("ingest/bad-table", $"a row has more than {most} characters; raise ingest.max_document_megabytes to read it");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                text.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
