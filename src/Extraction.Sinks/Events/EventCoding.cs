namespace Extraction.Sinks.Events;

/// <summary>How an act is coded.</summary>
/// <param name="PloverType">Event type of PLOVER.</param>
/// <param name="CameoCode">Event code of CAMEO, as GDELT uses it.</param>
/// <param name="QuadClass">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Goldstein">Of the CAMEO code: -10 (conflict) to 10 (cooperation).</param>
public sealed record EventCode(string PloverType, string CameoCode, int QuadClass, double Goldstein)
{
    /// <summary>The first two digits.</summary>
    public string CameoRoot => CameoCode[..2];
}

/// <summary>
/// The crosswalk from action and status to PLOVER and CAMEO (whose codes, quad classes and Goldstein values GDELT publishes):
/// <list type="table">
/// <item><term>impose, extend: actual</term><description>SANCTION, 163 impose embargo, boycott or sanctions</description></item>
/// <item><term>impose, extend: planned</term><description>THREATEN, 1312 threaten to boycott, embargo or sanction</description></item>
/// <item><term>impose, extend: urged</term><description>REQUEST, 020 appeal</description></item>
/// <item><term>impose, extend: rejected</term><description>REJECT, 120 reject</description></item>
/// <item><term>ease, lift: actual</term><description>CONCEDE, 085 ease economic sanctions, boycott, embargo</description></item>
/// <item><term>ease, lift: planned</term><description>AGREE, 0354 express intent to ease economic sanctions</description></item>
/// <item><term>ease, lift: urged</term><description>REQUEST, 0254 appeal for easing of economic sanctions</description></item>
/// <item><term>ease, lift: rejected</term><description>REJECT, 1244 refuse to ease economic sanctions</description></item>
/// </list>
/// Neither scheme has a code for extending; it is the same conflict kept up. Who urges is not in a record: the source of an urged
/// act is left empty and the authority that is called upon becomes the recipient.
/// </summary>
public static class EventCoding
{
    public static EventCode Of(string action, string status) => (action is "impose" or "extend", status) switch
    {
        (true, "planned") => new("THREATEN", "1312", 3, -5.8),
        (true, "urged") => new("REQUEST", "020", 1, 3.0),
        (true, "rejected") => new("REJECT", "120", 3, -4.0),
        (true, _) => new("SANCTION", "163", 4, -8.0),
        (false, "planned") => new("AGREE", "0354", 1, 7.0),
        (false, "urged") => new("REQUEST", "0254", 1, -0.3),
        (false, "rejected") => new("REJECT", "1244", 3, -4.0),
        (false, _) => new("CONCEDE", "085", 2, 7.0),
    };
}
