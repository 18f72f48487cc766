using System.Globalization;

namespace Extraction.Ingest;

/// <summary>Where a record stands: told apart from every other place of its file, and the same however the file is divided.</summary>
/// <param name="Byte">Of the file.</param>
/// <param name="Inside">Of what unpacks from there; null where nothing is packed.</param>
public readonly record struct WarcPlace(long Byte, long? Inside)
{
    /// <summary>As in names: "1048600", or "1048600+5200".</summary>
    public string Short => Inside is { } inside and > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Byte}+{inside}") : Byte.ToString(CultureInfo.InvariantCulture);

    internal WarcPlace Plus(long bytes) => Inside is { } inside ? this with { Inside = inside + bytes } : this with { Byte = Byte + bytes };

    /// <summary>As in messages.</summary>
    public override string ToString() => Inside is { } inside and > 0
        ? string.Create(CultureInfo.InvariantCulture, $"byte {inside} of what unpacks from byte {Byte}") : string.Create(CultureInfo.InvariantCulture, $"byte {Byte}");
}
