using Extraction.Documents;
using Extraction.Sinks.Files;

namespace Extraction.Sinks.Ftm;

/// <summary>
/// Entities of FollowTheMoney as JSON Lines, one entity once: what several records say of the same target comes together. That needs
/// all entities in memory until the end, about a kilobyte each.
/// </summary>
public sealed class FtmStore(string path, Func<string, Stream>? create = null) : FileStore("ftm", path, create)
{
    readonly Dictionary<string, FtmEntity> entities = new(StringComparer.Ordinal);

    // Adding a value a second time changes nothing, so a batch may come twice.
    protected override void Write(Stream buffer, SanctionsRecord record) => FtmMapping.Map(record, Entity);

    protected override void End(Stream buffer)
    {
        foreach (var entity in entities.Values)
        {
            entity.WriteTo(buffer);
        }
    }

    FtmEntity Entity(string id, string schema)
    {
        if (!entities.TryGetValue(id, out var entity))
        {
            entities[id] = entity = new(id, schema);
        }

        return entity;
    }
}
