namespace Extraction.Ingest;

/// <summary>
/// Cuts a WARC file into pieces of about a megabyte that begin and end with a record. Gzip members are found by their first bytes,
/// without unpacking, so that cutting costs no more than reading; a file that is one gzip member is unpacked here. Where the cuts
/// fall depends on the file alone: the first member at or after every whole megabyte of it, so that a part of a file, which begins
/// at such a cut, is cut where the whole file is.
/// </summary>
static class WarcCutter
{
    internal const int Target = 1 << 20;
    const int LongestPacked = 16 << 20;

    public static IEnumerable<Piece> Pieces(InputFile file, FilePart? part, IngestOptions options, CancellationToken cancellation)
    {
        using var source = new Source(file, part, options);
        while (!cancellation.IsCancellationRequested && source.Next() is { } piece)
        {
            yield return piece;
        }
    }

    /// <summary>One file being cut. A piece at a time, and null after the last; what it cannot read is a piece too.</summary>
    sealed class Source(InputFile file, FilePart? part, IngestOptions options) : IDisposable
    {
        FileStream? stored;
        WarcScanner? scanner;
        byte[] buffer = [];
        int filled;
        long offset = part?.From ?? 0;
        long end = part?.To ?? long.MaxValue;
        long counted, scannedFrom, scannedTo = long.MaxValue;
        bool opened, ended, isPlain;
        IOException? failure;
        Piece? held;

        public Piece? Next()
        {
            Piece? piece = null;
            if (LineCutter.Try(() => piece = Cut()) is not { } e)
            {
                return piece;
            }

            ended = true;
            held = null;
            return Fault(e);
        }

        SettledPiece Fault(Exception e)
        {
            LostInput.ThrowIfLost(file, e);
            return new(file, new SourceFault(new(
                e is InvalidDataException ? "ingest/broken-gzip" : "ingest/unreadable", file.DocumentId, $"{file.Path}: breaks off; the records before were read: {e.Message}")));
        }

        public void Dispose()
        {
            scanner?.Dispose();
            stored?.Dispose();
        }

        Piece? Cut()
        {
            if (held is { } waiting)
            {
                held = null;
                return waiting;
            }

            if (!opened)
            {
                opened = true;
                return Open() ?? Cut();
            }

            if (!ended && (scanner is null ? Packed() : Plain()) is { } piece)
            {
                return piece;
            }

            if (failure is { } broken)
            {
                failure = null;
                return Fault(broken);
            }

            if (scannedTo >= end)
            {
                return null;
            }

            GoOnBehind();
            return Cut();
        }

        /// <summary>Behind a very large member come others.</summary>
        void GoOnBehind()
        {
            scanner?.Dispose();
            scanner = null;
            (ended, offset, scannedTo, filled) = (false, scannedTo, long.MaxValue, 0);
            stored!.Position = offset;
            buffer = new byte[2 * Target];
        }

        /// <summary>Tells by the first bytes how the file is read. Gives the fault where it is not.</summary>
        SettledPiece? Open()
        {
            stored = options.Open(file.Path);
            end = Math.Min(end, stored.Length);
            stored.Position = offset;
            buffer = new byte[2 * Target];
            Fill();
            var head = buffer.AsSpan(0, filled);
            if (failure is not null && head.IsEmpty)
            {
                ended = true;
                return null;
            }

            if (head is [0x1F, 0x8B, ..])
            {
                return null;
            }

            if (head.StartsWith("WARC/"u8) || head.StartsWith("\r\nWARC/"u8))
            {
                // The scanner reads it again, and meets what failed itself.
                failure = null;
                isPlain = true;
                stored.Position = 0;
                scanner = new(stored, options.MaxDocumentBytes);
                return null;
            }

            SourceItem? item = head switch
            {
                [] => new SourceSkip(file.DocumentId, "empty"),
                [0x04, 0x22, 0x4D, 0x18, ..] => FileDocuments.Fault(file, "ingest/not-supported", "lz4 data are not supported; unpack it first"),
                [0x28, 0xB5, 0x2F, 0xFD, ..] => FileDocuments.Fault(file, "ingest/not-supported", "zstd data are not supported; unpack it first"),
                _ when head.StartsWith("filedesc://"u8) => FileDocuments.Fault(file, "ingest/not-supported", "ARC files are not supported; convert it to WARC"),
                _ when OpensLater() => null,
                _ => FileDocuments.Fault(file, "ingest/broken-archive", "is no WARC file"),
            };
            ended = item is not null;
            return item is null ? null : new(file, item);
        }

        /// <summary>Whether only what comes first is broken, which then costs itself only.</summary>
        bool OpensLater()
        {
            var found = GzipMembers.FindRecord(stored!, offset, end);
            stored!.Position = offset + filled;
            return found < end;
        }

        Piece? Packed()
        {
            for (var from = (int)(Target - (offset % Target)); ;)
            {
                Fill();
                var isEnd = filled < buffer.Length;
                var at = GzipMembers.NextRecord(buffer.AsSpan(0, filled), from);
                if (at < 0 && isEnd)
                {
                    ended = true;
                    at = filled;
                }

                if (at >= 0)
                {
                    return at == 0 ? null : Piece(at);
                }

                if (buffer.Length >= LongestPacked)
                {
                    // The members before a very large one are a piece like any other, in which a broken one costs itself only.
                    if (LastRecord(from) is var last and > 0)
                    {
                        return Piece(last);
                    }

                    // One member of many records, or a very large record: unpacked here, up to the next member that begins with a record.
                    // Where the storage fails ahead, what comes before is unpacked first.
                    scannedTo = end;
                    LineCutter.Try(() => scannedTo = GzipMembers.FindRecord(stored!, offset + filled - GzipMembers.Probed, end));
                    counted = offset;
                    scanner = new(new GzipData(new PartStream(stored!, offset, scannedTo), options.MaxUnpackRatio), options.MaxDocumentBytes);
                    return Plain();
                }

                from = Math.Max(from, filled - GzipMembers.Probed);
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        int LastRecord(int before)
        {
            var last = 0;
            while (GzipMembers.NextRecord(buffer.AsSpan(0, filled), last + 1) is var at and >= 0 && at < before)
            {
                last = at;
            }

            return last;
        }

        WarcPiece Piece(int length)
        {
            var piece = new WarcPiece(file, length, buffer.AsMemory(0, length).ToArray(), new(offset, 0), IsPacked: true);
            buffer.AsSpan(length, filled - length).CopyTo(buffer);
            filled -= length;
            offset += length;
            return piece;
        }

        Piece? Plain()
        {
            using var records = new MemoryStream(Target + (Target / 4));
            scannedFrom = scanner!.Offset;
            while (records.Length < Target)
            {
                var scan = scanner.Next();
                if (scan == WarcScan.Record)
                {
                    scannedFrom = records.Length == 0 ? scanner.Offset : scannedFrom;
                    records.Write(scanner.Whole);
                    records.Write("\r\n"u8);
                    continue;
                }

                ended = scan is WarcScan.End or WarcScan.Truncated;
                held = scanner.Failure is { } e && ended ? Fault(e)
                    : scan == WarcScan.End ? null : new SettledPiece(file, WarcFaults.Of(file, scan, Place(scanner.Offset), scanner.PassedHeader, options));
                break;
            }

            var stand = stored!.Position;
            var used = stand - counted;
            counted = stand;
            if (records.Length > 0)
            {
                return new WarcPiece(file, used, records.ToArray(), Place(scannedFrom), IsPacked: false);
            }

            var next = held;
            held = null;
            return next;
        }

        /// <summary>The scanner's place, in a file that is not packed or behind the member that it unpacks.</summary>
        WarcPlace Place(long scanned) => isPlain ? new(scanned, null) : new(offset, scanned);

        /// <summary>Where the storage fails the file ends for now: what was read up to there is cut like any other.</summary>
        void Fill()
        {
            try
            {
                for (var read = 1; filled < buffer.Length && read > 0; filled += read)
                {
                    read = stored!.Read(buffer, filled, (int)Math.Min(buffer.Length - filled, end - offset - filled));
                }
            }
            catch (IOException e)
            {
                (failure, end) = (e, offset + filled);
            }
        }
    }
}
