using System.Buffers;
using System.Text.RegularExpressions;

namespace Extraction.Clean;

/// <summary>
/// Tells a page's furniture by its words. Only short passages are judged, and only by wording that article text does not have:
/// a lost paragraph costs more than a kept label.
/// </summary>
internal static partial class Furniture
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("*-_=#~•· —–.+");

    /// <summary>Longer passages are always body, but for captions and calls with wording of their own.</summary>
    private const int LongestLabel = 90;
    private const int LongestNote = 420;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static PassageRole RoleOf(string text)
    {
        if (text.Length > LongestNote)
            return PassageRole.Body;
        if (IsRule(text))
            return PassageRole.Separator;
        if (text.Length <= LongestLabel && LabelRole(text) is { } label)
            return label;
        if (Credits.IsCredit(text))
            return PassageRole.Credit;
        if (IsNote(text) || Captions.IsCaption(text))
            return PassageRole.Furniture;
        return Wording.LooksLikeHeadline(text) ? PassageRole.Headline : PassageRole.Body;
    }

    private static PassageRole? LabelRole(string text)
    {
        var label = text.AsSpan().Trim(" \u00A0:|-–—•·>»›«‹…[]()+×✕&#*").ToString();
        if (label.Length == 0)
            return PassageRole.Furniture;
        if (FurnitureWords.LinkLists.Contains(label))
            return PassageRole.LinkList;
        if (CommentOpening().IsMatch(label))
            return PassageRole.Comments;
        if (FurnitureWords.Labels.Contains(label) || AllLabels(label))
            return PassageRole.Furniture;
        return LabelLine().IsMatch(label) || Counter().IsMatch(label) ? PassageRole.Furniture : null;
    }

    /// <summary>A bar: "Home | World | Politics", "Facebook Twitter WhatsApp".</summary>
    private static bool AllLabels(string label)
    {
        var parts = label.Split(['|', '/', '•', '·', '>', '»', '›', '→'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length >= 2 && parts.All(FurnitureWords.Labels.Contains))
            return true;
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.All(FurnitureWords.Buttons.Contains);
    }

    private static bool IsRule(string text) => text.Length >= 3 && text.AsSpan().IndexOfAnyExcept(RuleMarks) < 0;

    private static bool IsNote(string text) =>
        text.Length <= LongestNote && (Pointer().IsMatch(text) || Invitation().IsMatch(text) || Legal().IsMatch(text) || AboutAuthor().IsMatch(text));

    [GeneratedRegex(@"^(leave (a|your) (comment|reply)|post a comment|add a comment|write a comment|join the (conversation|discussion)|\d+ (comments?|responses?|replies)( on .*)?|comments? ?\(\d+\)|(show|view|read|see|hide|load) (all |\d+ )?(the )?comments?( \(?\d+\)?)?|comments? (are|is) closed|reader comments|discussion|comments?|your comments?)$", Options)]
    private static partial Regex CommentOpening();

    [GeneratedRegex(@"^(share (this|on|via|with|to|by|article|story)\b.{0,40}|(follow|like|find|join) (us|me|@\w+)\b.{0,50}|click (here|to)\b.{0,50}|(email|print|save|bookmark|copy|tweet) (this|article|story|page|link)\b.{0,25}|(skip|jump) to\b.{0,30}|(listen|watch)( to)? (now|live|this|the (podcast|video|story|article))\b.{0,40}|(sign|log) (in|up|out)\b.{0,40}|(read|view|see|show|load|more) (more|less|all|next|full|also|stories|news|articles|comments)(\s.{0,30})?|(scroll|swipe) (down|for|to)\b.{0,40}|\d+ (min|mins|minute|minutes) read|reading time:?.{0,20}|image (caption|source|copyright|credit)\b.{0,80}|(story continues|article continues|continue reading|continues) (below|after)\b.{0,40}|continue reading.{0,30}|(press|tap|hit|use) .{0,20}(to|key).{0,30}|(previous|next) (article|story|post|page)\b.{0,50}|page \d+ of \d+|(image|photo|slide|video) \d+ of \d+|advertisement.{0,30}|sponsored( content| by\b.{0,40})?|paid (content|post|for by\b.{0,30})|supported by|promoted( content)?|open in app|download (the|our)\b.{0,40}app\b.{0,20}|find out more|learn more|tell me more|play video|\d+:\d\d( / \d+:\d\d)?|filed under\b.{0,60}|posted in\b.{0,60})[.!]?$", Options)]
    private static partial Regex LabelLine();

    [GeneratedRegex(@"^[\d,.]+[km]?( ?(shares?|likes?|views?|tweets?|retweets?|comments?|votes?|followers?|reads?|claps?))?$|^(shares?|likes?|views?|comments?):? ?[\d,.]+[km]?$", Options)]
    private static partial Regex Counter();

    /// <summary>Points to another article.</summary>
    [GeneratedRegex(@"^[\[(►▶>»*•\s-]*((read|see|watch|listen|view) (also|more|next|further|now|on|here)|also (read|see|watch|on)|read|related( (article|story|stories|news|coverage|content|links?|reading|topics?))?|more (on this|from|about|news|stories|coverage)( [\w ]{0,40})?|further reading|don['’]t miss|must[- ]read|recommended( (for you|reading|stories))?|in pictures|in case you missed it|you (may|might) also (like|be interested in)|trending( now)?|up next|top stor(y|ies)|most (read|popular|viewed)|tags?|topics?|keywords?|categor(y|ies)|sections?|filed under|find more|full (story|coverage)|background|photo gallery|gallery|slideshow|podcast|video|watch)\s?[:►▶»|]\s?\S.*$", Options)]
    private static partial Regex Pointer();

    /// <summary>Asks the reader to do something, or talks of the site itself.</summary>
    [GeneratedRegex(@"^(sign up (for|to|here|now)|back our\b|already a (subscriber|member)|login here|for (the )?(latest|more) (news|stories|updates|information|on this story)|if you (enjoyed|liked|like) (reading )?this|if you(['’]re| are) (seeing this message|already a)|first-time subscribers|subscribe (to|now|today|here|for)|get (the|our) (latest|best|top|daily|free|news|must)|(support|donate|become a (member|subscriber|supporter)|help us)\b.{0,60}(journalism|today|us|newsroom|now)|stay (up[- ]to[- ]date|informed|connected|tuned)|never miss|want (more|to read)|(follow|like|join|find|connect with) (us|our|@\w+|[\w ]{1,30}) on (twitter|facebook|x|telegram|instagram|whatsapp|linkedin|youtube|google|social)|download (the|our)|enter your e-?mail|your e-?mail address|please (log|sign|enable|disable|subscribe|register|turn|consider)|(thank you|thanks) for (signing|subscribing|reading|registering)|already (a|have an?) (subscriber|account|member)|you (have|are|must|need|can) (\w+ ){0,3}(logged in|subscribed|be logged|cancel|unsubscribe|free articles|reached your)|by (signing up|subscribing|clicking|continuing|submitting|using)\b|we (use|and our partners|value your|may (use|earn))\b.{0,80}(cookies|privacy|commission|partners)|this (web)?site uses|this (content|video|site|feature) (is|can|requires|uses)\b.{0,50}(available|cookies|javascript|played|browser)|(your|this) browser|javascript|accept (all )?cookies|cookie|(for|to) (more|read|view|get|receive|see|watch|learn) .{0,60}(visit|click|subscribe|sign up|follow|newsletter)|view this post on|this (email|field) |(the )?views expressed|the opinions expressed|(all|some) comments|comments (on|are|will)\b.{0,80}(moderat|closed|policy|guidelines)|required fields|notify me of|save my name|got a (tip|story|confidential)|do you have (a|any) (story|tip|news)|contact (us|the (author|editor|newsroom))|send (us|your) )", Options)]
    private static partial Regex Invitation();

    /// <summary>A note on the author under the article.</summary>
    [GeneratedRegex(@"^((the (author|writer)s? (is|are)\b|about the author)|[\p{L}.'’ -]{4,50} (is|was|are) (an?|the|[\p{L}]+['’]s?)\s([\w,&'’ -]{0,60}\s)?(correspondent|editor|reporter|columnist|staff writer|freelance (journalist|writer)|fellow|lecturer|contributor)\b.{0,200}\b(covers?|covering|writes|writing|based in|joined|previously|reporting on|focus(es|ing)?|contributes|worked|follow (him|her|them)|on twitter|author of)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AboutAuthor();

    [GeneratedRegex(@"(^(©|\(c\)|copyright\b)|\ball rights reserved\b|^(terms|conditions) (of|and)|^privacy (policy|notice)|may not be (published|reproduced|republished|broadcast)|^(disclaimer|editor['’]s note|note to (readers|editors)|correction|clarification|source)s?\s?:|our standards:|trust principles|^this (story|article|report|piece|post|op-ed|content|commentary)( (has been|was|is|may|originally|first|also)){1,3} (\w+ ){0,3}(published|republished|produced|appeared|updated|written|edited|translated|generated|provided|adapted|created|part of|supplied|corrected)|^(with )?(additional )?(reporting|writing|editing|compiled|contributions?|files|inputs?|translation|translated|edited|written|graphics?|photography|research|production)( (and|,) ?(additional )?(reporting|writing|editing|files))?( contributed)? (by|from)\b|^\((additional |with )?(reporting|writing|editing|edited|compiled|with (inputs|files|agency|reports)|source|agencies|inputs|story)\b|contributed (reporting )?to this (report|story|article)|^with (files|input|inputs|agencies|agency|reports?|information|material|additional) )", Options)]
    private static partial Regex Legal();
}
