using System.Collections.Immutable;
using Extraction.Emit;
using Extraction.Sinks.Delivery;

namespace Extraction.Sinks;

/// <summary>The sinks of one run with their shared dead letters. Options → objects; says all bad addresses at once.</summary>
public sealed class SinkSet : IAsyncDisposable
{
    SinkSet(ImmutableArray<ReliableSink> sinks, DeadLetters deadLetters) => (Sinks, DeadLetters) = (sinks, deadLetters);

    public ImmutableArray<ReliableSink> Sinks { get; }

    public DeadLetters DeadLetters { get; }

    /// <param name="options">With every address in <see cref="SinkOptions.To"/>.</param>
    /// <param name="faults">Takes what is wrong with the addresses.</param>
    /// <param name="notice">Told in words when something is tried again.</param>
    public static SinkSet Create(SinkOptions options, ICollection<string> faults, Action<string>? notice = null)
    {
        var deadLetters = new DeadLetters(options.DeadLetters);
        var sinks = ImmutableArray.CreateBuilder<ReliableSink>();
        foreach (var address in options.To)
        {
            try
            {
                sinks.Add(new(StoreAddress.Parse(address).CreateStore(), options, deadLetters, notice));
            }
            catch (FormatException e)
            {
                faults.Add(e.Message);
            }
        }

        return new(sinks.ToImmutable(), deadLetters);
    }

    /// <summary>What became of the records, a line for each sink, and what to do about those that were not stored.</summary>
    public IEnumerable<string> Report()
    {
        foreach (var sink in Sinks)
        {
            yield return $"{sink.Target}: {sink.Stored:N0} records stored" + (sink.Lost > 0 ? $", {sink.Lost:N0} could not be" : "");
        }

        if (DeadLetters.Count > 0)
        {
            yield return $"{DeadLetters.Path}: {DeadLetters.Count:N0} records that could not be stored, with reasons; when the cause is mended: extraction load {DeadLetters.Path} --to …";
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sink in Sinks)
        {
            await sink.DisposeAsync().ConfigureAwait(false);
        }

        await DeadLetters.DisposeAsync().ConfigureAwait(false);
    }
}
