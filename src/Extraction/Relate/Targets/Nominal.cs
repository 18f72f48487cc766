using Extraction.Documents;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Targets;

public enum NominalKind
{
    /// <summary>A recognised name.</summary>
    Name,

    /// <summary>A state by name, capital or adjective ("Russian oil").</summary>
    Country,

    /// <summary>A noun phrase without a name as its head ("several Syrian officials").</summary>
    Common,

    /// <summary>A pronoun or a definite description of something named before ("him", "the bank").</summary>
    Anaphor,
}

/// <summary>A phrase that could be a target: tokens <c>[First, End)</c> of its sentence.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="First">First token, determiners "the" and "a" left out.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">Its head token.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Type">What it most likely names.</param>
/// <param name="Canonical">For a country its usual short name; else null.</param>
public sealed record Nominal(SentenceView Sentence, int First, int End, int Head, NominalKind Kind, TargetType Type, string? Canonical)
{
    public TextRange Range => Sentence.RangeOf(First, End);

    public string Text => Sentence.Document.Text[Range.Start..Range.End];

    public bool Overlaps(Nominal other) => First < other.End && other.First < End;
}
