using System.Collections.Frozen;
using System.Globalization;

namespace Extraction.Knowledge.Dates;

internal enum WordClass
{
    None, Month, Weekday, Number, Unit, DayWord, Modifier, PartOfDay, Season, Article, Phase, Preposition, Direction,
}

/// <summary>The closed vocabulary of date expressions. Values: number of the month, weekday, count, days from the anchor, and so on.</summary>
internal static class DateWords
{
    public const int UnitDay = 0, UnitWeek = 1, UnitMonth = 2, UnitYear = 3, UnitDecade = 4, UnitWeekend = 5, UnitQuarter = 6, UnitHour = 7, UnitCentury = 8;

    /// <summary>Counts that are no number: "several", "few".</summary>
    public const int Vaguely = -1;

    private static readonly FrozenDictionary<string, (WordClass Class, int Value)> Words = Make();

    public static (WordClass Class, int Value) Of(string form)
    {
        if (form.Length > 1 && form[^1] == '.' && Words.TryGetValue(form[..^1], out var dotted) && dotted.Class is WordClass.Month or WordClass.Weekday)
            return dotted;
        return Words.GetValueOrDefault(form);
    }

    /// <summary>A number of one to four digits, or -1; "30th", "1st" too when <paramref name="ordinal"/>.</summary>
    public static int Digits(string form, bool ordinal = false)
    {
        var digits = form.AsSpan();
        if (ordinal && digits.Length > 2 && char.IsLetter(digits[^1]))
        {
            var end = digits[^2..];
            if (!end.Equals("st", StringComparison.OrdinalIgnoreCase) && !end.Equals("nd", StringComparison.OrdinalIgnoreCase)
                && !end.Equals("rd", StringComparison.OrdinalIgnoreCase) && !end.Equals("th", StringComparison.OrdinalIgnoreCase))
                return -1;
            digits = digits[..^2];
        }

        return digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
    }

    public static bool IsYear(string form) => form.Length == 4 && Digits(form) is >= 1700 and <= 2099;

    private static FrozenDictionary<string, (WordClass, int)> Make()
    {
        var words = new Dictionary<string, (WordClass, int)>(StringComparer.OrdinalIgnoreCase);
        void Add(WordClass kind, int value, string list)
        {
            foreach (var word in list.Split(' '))
                words.Add(word, (kind, value));
        }

        string[] months = ["January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug", "September Sep Sept", "October Oct", "November Nov", "December Dec"];
        for (var m = 0; m < 12; m++)
            Add(WordClass.Month, m + 1, months[m]);
        string[] weekdays = ["Sunday Sun", "Monday Mon", "Tuesday Tue Tues", "Wednesday Wed", "Thursday Thu Thur Thurs", "Friday Fri", "Saturday Sat"];
        for (var d = 0; d < 7; d++)
            Add(WordClass.Weekday, d, weekdays[d]);
        string[] numbers = ["a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
        for (var n = 0; n < numbers.Length; n++)
            Add(WordClass.Number, n + 1, numbers[n]);
        Add(WordClass.Number, 30, "thirty");
        Add(WordClass.Number, 40, "forty");
        Add(WordClass.Number, 2, "couple");
        Add(WordClass.Number, Vaguely, "several few some many");
        Add(WordClass.Unit, UnitDay, "day days");
        Add(WordClass.Unit, UnitWeek, "week weeks fortnight");
        Add(WordClass.Unit, UnitMonth, "month months");
        Add(WordClass.Unit, UnitYear, "year years");
        Add(WordClass.Unit, UnitDecade, "decade decades");
        Add(WordClass.Unit, UnitWeekend, "weekend");
        Add(WordClass.Unit, UnitQuarter, "quarter");
        Add(WordClass.Unit, UnitHour, "hour hours");
        Add(WordClass.Unit, UnitCentury, "century centuries");
        Add(WordClass.DayWord, 0, "today tonight");
        Add(WordClass.DayWord, -1, "yesterday");
        Add(WordClass.DayWord, 1, "tomorrow");
        Add(WordClass.Modifier, -1, "last previous past preceding");
        Add(WordClass.Modifier, 0, "this same that current");
        Add(WordClass.Modifier, 1, "next coming following");
        Add(WordClass.PartOfDay, 0, "morning afternoon evening night midday noon midnight lunchtime");
        Add(WordClass.Season, 0, "spring summer autumn winter fall");
        Add(WordClass.Article, 0, "the");
        Add(WordClass.Phase, 0, "early mid late start end beginning middle later");
        Add(WordClass.Preposition, 0, "on in since from by at during of until till before after as for effective dated over between through to around about back within");
        Add(WordClass.Direction, -1, "ago earlier previously");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
