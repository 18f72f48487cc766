using Extraction.Documents;

namespace Extraction.Knowledge.Dates;

/// <summary>Recognises one date expression that starts at a given token, preposition aside. A hand-written grammar: one method per kind.</summary>
internal ref struct DatePattern
{
    /// <summary>From the second day; "on the first" is seldom one.</summary>
    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly int _start;
    private int _at;

    public DatePattern(string text, ReadOnlySpan<Token> tokens, int start)
    {
        _text = text;
        _tokens = tokens;
        _start = start;
        _at = start;
    }

    /// <summary>One past the last token of the match.</summary>
    public readonly int End => _at;

    public DateShape? Match()
    {
        var form = _tokens[_start].Form;
        if (form.Length > 0 && char.IsAsciiDigit(form[0]))
            return Numeric() ?? DayFirst() ?? Years();
        var (kind, value) = DateWords.Of(form);
        return kind switch
        {
            WordClass.Month => MonthFirst(value),
            WordClass.Weekday => Weekday(value),
            WordClass.DayWord => Take(1, new DateShape(DateForm.DayOffset) { Offset = value }),
            WordClass.Modifier => Modified(value),
            WordClass.Number => Counted(value) ?? Ordinal(),
            WordClass.Phase => Phase(),
            WordClass.Direction when Is(_start, "earlier") => Phase(),
            WordClass.Season => Season(_start),
            WordClass.Article => AfterThe(),
            WordClass.Unit when value == DateWords.UnitWeekend && _start > 0 && Is(_start - 1, "the") => Take(1, new DateShape(DateForm.Weekend)),
            WordClass.Unit when value is DateWords.UnitMonth or DateWords.UnitYear or DateWords.UnitWeek => null,
            _ => Ordinal(),
        };
    }

    private DateShape? Numeric()
    {
        var from = _tokens[_start].Range.Start;
        if (NumericDates.At(_text, from, out var end) is not { } shape)
            return null;
        var next = _start;
        while (next < _tokens.Length && _tokens[next].Range.End <= end)
            next++;
        return next > _start && _tokens[next - 1].Range.End == end ? Take(next - _start, shape) : null;
    }

    /// <summary>"7 December 2021", "30th of July", "24th day of February 2024", "5-6 May".</summary>
    private DateShape? DayFirst()
    {
        var day = DateWords.Digits(Form(_start), ordinal: true);
        if (day is < 1 or > 31)
            return null;
        var next = _start + 1;
        int? to = null;
        if (Is(next, "-", "and", "to") && DateWords.Digits(Form(next + 1), ordinal: true) is >= 1 and <= 31 and var other && other > day && Class(next + 2) == WordClass.Month)
        {
            to = other;
            next += 2;
        }

        if (Is(next, "day"))
            next++;
        if (Is(next, "of"))
            next++;
        var (kind, month) = DateWords.Of(Form(next));
        if (kind != WordClass.Month || char.IsLower(Form(next)[0]))
            return null;
        _at = AfterAbbreviation(next);
        var shape = WithYear(new DateShape(DateForm.Day) { Month = month, Day = day });
        return Possible(shape) ? Span(shape, to) : null;
    }

    /// <summary>"December 7, 2021", "May 2018", "Dec. 7", "July last year", "June".</summary>
    private DateShape? MonthFirst(int month)
    {
        if (char.IsLower(Form(_start)[0]))
            return null;
        _at = AfterAbbreviation(_start);
        var day = DateWords.Digits(Form(_at), ordinal: true);
        if (day is >= 1 and <= 31 && Form(_at).Length <= 4 && !IsCountOf(_at))
        {
            _at++;
            int? to = null;
            if (Is(_at, "-", "to", "and") && DateWords.Digits(Form(_at + 1), ordinal: true) is >= 1 and <= 31 and var other && other > day && Class(_at + 2) != WordClass.Month
                && other <= DateTime.DaysInMonth(2000, month) && !Counts(_at + 1))
            {
                to = other;
                _at += 2;
            }

            var shape = WithYear(new DateShape(DateForm.Day) { Month = month, Day = day });
            return Possible(shape) ? Span(shape, to) : null;
        }

        var alone = WithYear(new DateShape(DateForm.Month) { Month = month });
        if (alone.Year is null && alone.YearOffset is null && !MayBeMonth(_start))
            return null;
        return alone;
    }

    /// <summary>"Friday", "Monday, March 29", "Friday last week".</summary>
    private DateShape? Weekday(int day)
    {
        if (char.IsLower(Form(_start)[0]))
            return null;
        var next = AfterAbbreviation(_start);
        if (Is(next, ",", "the", "("))
            next++;
        if (Is(next, "the"))
            next++;
        var inner = new DatePattern(_text, _tokens, Math.Min(next, _tokens.Length - 1));
        if (next < _tokens.Length && (Class(next) == WordClass.Month ? inner.MonthFirst(DateWords.Of(Form(next)).Value) : inner.Numeric() ?? inner.DayFirst()) is { Form: DateForm.Day } dated)
        {
            _at = Is(next - 1, "(") && Is(inner.End, ")") ? inner.End + 1 : inner.End;
            return dated with { Weekday = (DayOfWeek)day };
        }

        // "Sun" and "Sat" without a date are the star and the verb; "Mon." alone is read.
        if (Form(_start).Length <= 4 && !Form(_start).EndsWith('.'))
            return null;
        _at = _start + 1;
        var shape = new DateShape(DateForm.Weekday) { Weekday = (DayOfWeek)day };
        if (Class(_at) == WordClass.Modifier && DateWords.Of(Form(_at + 1)) is (WordClass.Unit, DateWords.UnitWeek))
        {
            shape = shape with { Offset = DateWords.Of(Form(_at)).Value };
            _at += 2;
        }

        return shape;
    }

    /// <summary>"last month", "this year", "next Friday", "that June", "the same day", "last night", "last December 7".</summary>
    private DateShape? Modified(int offset)
    {
        var previous = Is(_start, "same", "that", "following", "preceding") || Is(_start, "next", "previous") && _start > 0 && Is(_start - 1, "the");
        if (Is(_start, "past", "current", "coming", "preceding") && !(_start > 0 && Is(_start - 1, "the", "this")) && !Is(_start + 1, "week", "month", "year", "weekend"))
            return null;
        var (kind, value) = DateWords.Of(Form(_start + 1));
        var anchor = previous ? DateAnchor.Previous : DateAnchor.Published;
        switch (kind)
        {
            case WordClass.Unit when Form(_start + 1).EndsWith('s'):
                return null;
            case WordClass.Unit when value == DateWords.UnitWeekend:
                return Take(2, new DateShape(DateForm.Weekend) { Offset = offset });
            case WordClass.Unit when Offset(value, offset) is { } shape:
                return Take(2, shape with { Anchor = anchor });
            case WordClass.Month when char.IsUpper(Form(_start + 1)[0]):
                var inner = new DatePattern(_text, _tokens, _start + 1);
                _at = _start + 2;
                if (inner.MonthFirst(value) is { } month)
                {
                    _at = inner.End;
                    return month.Year is null ? month with { Offset = offset, Anchor = anchor } : month;
                }

                return new DateShape(DateForm.Month) { Month = value, Offset = offset, Anchor = anchor };
            case WordClass.Weekday when char.IsUpper(Form(_start + 1)[0]):
                return Take(2, new DateShape(DateForm.Weekday) { Weekday = (DayOfWeek)value, Offset = offset, Anchor = anchor });
            case WordClass.PartOfDay:
                return Take(2, new DateShape(DateForm.DayOffset) { Offset = Math.Sign(offset), Anchor = anchor });
            case WordClass.Season:
                return Take(2, new DateShape(DateForm.YearOffset) { Offset = offset, Anchor = anchor });
            default:
                return null;
        }
    }

    /// <summary>"two days ago", "a year later", "six weeks earlier", "a couple of years ago", "a day after" (a later clause).</summary>
    private DateShape? Counted(int count)
    {
        var next = _start + 1;
        if (Is(next, "couple"))
        {
            count = 2;
            next++;
        }
        else if (count == 1 && Is(next, "few"))
        {
            count = DateWords.Vaguely;
            next++;
        }

        if (Is(next, "of"))
            next++;
        return CountedUnits(count, next);
    }

    private DateShape? CountedUnits(int count, int next)
    {
        var (kind, unit) = DateWords.Of(Form(next));
        if (kind != WordClass.Unit)
            return null;
        if (Is(next, "fortnight"))
            count *= 2;
        var ago = Is(next + 1, "ago");
        var back = Is(next + 1, "earlier", "before", "previously");
        if (!ago && !back && !Is(next + 1, "later", "after", "on"))
            return null;
        if (Is(next + 1, "on") && Class(next + 2) != WordClass.None)
            return null;
        if (unit == DateWords.UnitHour && !ago)
            return null;

        // "ten days before the vote": counted from an event, which the calendar does not know.
        var fromEvent = Is(next + 1, "before", "after") && next + 2 < _tokens.Length && _tokens[next + 2].Upos != Upos.Punct;
        var shape = count < 0 || fromEvent ? new DateShape(DateForm.Vague) : Offset(unit, ago || back ? -count : count) ?? new DateShape(DateForm.Vague);
        _at = next + 2;
        return shape with { Anchor = ago ? DateAnchor.Published : DateAnchor.Previous };
    }

    /// <summary>"earlier this year", "late last month", "early 2016", "mid-May", "end of July", "later that day".</summary>
    private DateShape? Phase()
    {
        var next = _start + 1;
        if (Is(next, "-") || Is(next, "in", "of", "on") && !Is(_start, "early", "mid"))
            next++;
        if (Is(next, "the"))
            next++;
        if (next >= _tokens.Length || next == _start)
            return null;
        var kind = Class(next);
        var isTime = kind is WordClass.Modifier or WordClass.Month || DateWords.IsYear(Form(next)) || IsDecade(Form(next))
            || kind == WordClass.Unit && Is(_start, "start", "end", "beginning", "middle") && Is(next - 1, "the");
        if (!isTime)
            return null;
        if (kind == WordClass.Unit)
            return Offset(DateWords.Of(Form(next)).Value, 0) is { } unit ? Take(next + 1 - _start, unit) : null;
        var inner = new DatePattern(_text, _tokens, next);
        var shape = kind == WordClass.Month ? inner.MonthFirst(DateWords.Of(Form(next)).Value) ?? new DateShape(DateForm.Month) { Month = DateWords.Of(Form(next)).Value } : inner.Match();
        if (shape is null)
            return null;
        _at = Math.Max(inner.End, next + 1);
        return shape;
    }

    private DateShape? AfterThe()
    {
        var next = _start + 1;
        if (Is(next, "day", "week", "month", "year") && Is(next + 1, "before", "after"))
        {
            var unit = DateWords.Of(Form(next)).Value;
            return Take(3, Offset(unit, Is(next + 1, "before") ? -1 : 1)! with { Anchor = DateAnchor.Previous });
        }

        if (Class(next) == WordClass.Season && Season(next) is { } season)
            return season;
        if (DayOfThatMonth(next) is { } day)
            return Take(2, new DateShape(DateForm.Day) { Day = day, Anchor = DateAnchor.Previous });
        return Is(next, "anniversary") ? Take(2, new DateShape(DateForm.Vague)) : null;
    }

    /// <summary>"on the 30th", "on the sixth": a day of the month that was named before.</summary>
    private readonly int? DayOfThatMonth(int at)
    {
        if (_start == 0 || !Is(_start - 1, "on", "by", "from", "until") || at + 1 < _tokens.Length && _tokens[at + 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num || Is(at + 1, "of", "-"))
            return null;
        var day = char.IsAsciiDigit(Form(at)[0]) && char.IsLetter(Form(at)[^1]) ? DateWords.Digits(Form(at), ordinal: true) : Array.IndexOf(Ordinals, Form(at).ToLowerInvariant()) + 2;
        return day is >= 2 and <= 31 ? day : null;
    }

    /// <summary>"summer of 2018", "spring 2014": the year, since a season is no calendar month.</summary>
    private DateShape? Season(int at)
    {
        var next = Is(at + 1, "of") ? at + 2 : at + 1;
        return DateWords.IsYear(Form(next)) ? Take(next + 1 - _start, new DateShape(DateForm.Year) { Year = DateWords.Digits(Form(next)) }) : null;
    }

    /// <summary>"first quarter of 2019", "third quarter".</summary>
    private DateShape? Ordinal()
    {
        var quarter = Form(_start).ToUpperInvariant() switch { "FIRST" or "Q1" => 1, "SECOND" or "Q2" => 2, "THIRD" or "Q3" => 3, "FOURTH" or "LAST" or "Q4" => 4, _ => 0 };
        if (quarter == 0)
            return null;
        var next = _start + 1;
        if (Form(_start)[0] is not ('Q' or 'q'))
        {
            if (!Is(next, "quarter"))
                return null;
            next++;
        }

        var shape = new DateShape(DateForm.Quarter) { Month = quarter };
        _at = next;
        shape = WithYear(shape);
        return shape.Year is null && shape.YearOffset is null && Form(_start)[0] is 'Q' or 'q' ? null : shape;
    }

    /// <summary>"2014", "1990s", "2017-18", where what stands around shows that it is a year.</summary>
    private DateShape? Years()
    {
        var form = Form(_start);
        if (IsDecade(form))
            return Take(1, new DateShape(DateForm.Decade) { Year = int.Parse(form.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) });
        if (!DateWords.IsYear(form))
            return DateWords.Digits(form) is > 0 and < 100 and var count ? CountedUnits(count, _start + 1) : null;
        var year = DateWords.Digits(form);
        var before = _start > 0 ? DateWords.Of(Form(_start - 1)).Class : WordClass.None;
        var bare = before is not (WordClass.Preposition or WordClass.Phase) && !Is(_start - 1, "and", "(", "year", "early", "mid", "late", "-");
        var ends = _start + 1 >= _tokens.Length || _tokens[_start + 1].Upos == Upos.Punct || !char.IsLetterOrDigit(Form(_start + 1)[0]);
        if (bare && !ends || bare && _start > 0 && char.IsLetter(Form(_start - 1)[0]) && DateWords.Of(Form(_start - 1)).Class == WordClass.None && !ends)
            return null;
        return Take(1, new DateShape(DateForm.Year) { Year = year });
    }

    /// <summary>Adds the year that follows: "2021", ", 2021", "of 2018", "last year", "of that year".</summary>
    private DateShape WithYear(DateShape shape)
    {
        var next = _at;
        if (Is(next, ",") && DateWords.IsYear(Form(next + 1)) && shape.Form == DateForm.Day)
            next++;
        else if (Is(next, "of", "in", ",") && (DateWords.IsYear(Form(next + 1)) || IsYearWord(next + 1) || Is(next + 1, "the") && IsYearWord(next + 2)))
            next += Is(next + 1, "the") ? 2 : 1;
        else if (Is(next, "the") && IsYearWord(next + 1))
            next++;
        if (DateWords.IsYear(Form(next)))
        {
            _at = next + 1;
            return shape with { Year = DateWords.Digits(Form(next)) };
        }

        if (!IsYearWord(next))
            return shape;
        _at = next + 2;
        return shape with
        {
            YearOffset = DateWords.Of(Form(next)).Value,
            Anchor = Is(next, "that", "same", "following", "previous", "preceding") ? DateAnchor.Previous : DateAnchor.Published,
        };
    }

    private readonly bool IsYearWord(int at) => Class(at) == WordClass.Modifier && Is(at + 1, "year");

    /// <summary>"May" and "March" are months after a preposition or the like; other names of months always are.</summary>
    private readonly bool MayBeMonth(int at) =>
        !Is(at, "May", "March", "Mar", "Jan", "Jun", "Dec", "Sep")
        || at > 0 && (DateWords.Of(Form(at - 1)).Class is WordClass.Preposition or WordClass.Modifier or WordClass.Phase || Is(at - 1, "and", "-", "or"));

    /// <summary>"In June 7 people": a number that counts what follows is no day; but "on June 7 target officials" has one, whatever the tree says.</summary>
    private readonly bool IsCountOf(int at) => !(_start > 0 && Is(_start - 1, "on")) && Counts(at);

    private readonly bool Counts(int at) => at + 1 < _tokens.Length && _tokens[at + 1].Upos == Upos.Noun && Class(at + 1) == WordClass.None && _tokens[at].Deprel == "nummod" && _tokens[at].Head > at;

    private static bool Possible(DateShape shape) => shape.Day <= DateTime.DaysInMonth(shape.Year ?? 2000, shape.Month!.Value);

    private static DateShape Span(DateShape first, int? to) =>
        to is null || !Possible(first with { Day = to }) ? first : new DateShape(DateForm.Range) { From = first, To = first with { Day = to } };

    private static DateShape? Offset(int unit, int count) => unit switch
    {
        DateWords.UnitDay => new DateShape(DateForm.DayOffset) { Offset = count },
        DateWords.UnitWeek => new DateShape(DateForm.WeekOffset) { Offset = count },
        DateWords.UnitMonth => new DateShape(DateForm.MonthOffset) { Offset = count },
        DateWords.UnitYear => new DateShape(DateForm.YearOffset) { Offset = count },
        DateWords.UnitDecade when count != 0 => new DateShape(DateForm.YearOffset) { Offset = count * 10 },
        DateWords.UnitHour => new DateShape(DateForm.DayOffset) { Offset = count / 24 },
        _ => null,
    };

    private readonly int AfterAbbreviation(int at) =>
        Is(at + 1, ".") && Form(at).Length <= 5 && !Is(at, "May", "March", "April", "June", "July")
        && at + 2 < _tokens.Length && _tokens[at + 1].Range.Start == _tokens[at].Range.End ? at + 2 : at + 1;

    private static bool IsDecade(string form) => form.Length is 5 or 6 && form[^1] == 's' && form[3] == '0' && DateWords.IsYear(form[..4]) && (form.Length == 5 || form[4] == '\'');

    private DateShape Take(int count, DateShape shape)
    {
        _at = _start + count;
        return shape;
    }

    private readonly string Form(int at) => at >= 0 && at < _tokens.Length ? _tokens[at].Form : " ";

    private readonly WordClass Class(int at) => DateWords.Of(Form(at)).Class;

    private readonly bool Is(int at, params ReadOnlySpan<string> words)
    {
        var form = Form(at);
        foreach (var word in words)
            if (form.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
