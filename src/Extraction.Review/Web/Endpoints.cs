using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extraction.Knowledge;
using Extraction.Record;
using Extraction.Review.Decisions;
using Extraction.Review.Queue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extraction.Review.Web;

/// <summary>What the page asks for and how it is answered.</summary>
static class Endpoints
{
    const int LargestPage = 500;

    public static void Map(IEndpointRouteBuilder routes, ReviewDesk desk, ReviewOptions options)
    {
        var answers = new AnswerBuilder(desk);
        routes.MapGet("/api/session", () => Session(desk, options));
        routes.MapGet("/api/records", (HttpRequest request) =>
            answers.Page(Query(request), Number(request, "offset", 0), Math.Clamp(Number(request, "limit", 100), 1, LargestPage)));
        routes.MapGet("/api/position", (HttpRequest request) => AnswerBuilder.Position(desk.Find(Query(request)), request.Query["id"].ToString()));
        routes.MapGet("/api/records/{id}", (string id, HttpRequest request) =>
            answers.Record(id, request.Query["who"].ToString()) is { } answer ? Results.Ok(answer) : Results.NotFound(new ErrorAnswer($"There is no record {id}.")));
        routes.MapGet("/api/changes", (HttpRequest request) => desk.Look((_, ledger) =>
            new ChangesAnswer(ledger.Last, [.. ledger.Since(Number(request, "since", 0)).Take(1000)])));
        routes.MapGet("/api/names", (string field, string? q) => answers.Names(field, q ?? ""));
        routes.MapGet("/api/authority", (string words) => AuthorityLexicon.Default.TryName(words.Trim(), out var found)
            ? new AuthorityAnswer(found.Name, found.Code, found.Agency)
            : new AuthorityAnswer(null, null, null));
        routes.MapGet("/api/overview", (HttpRequest request) => desk.Overview(Query(request)));
        routes.MapPost("/api/decisions", (DecisionRequest request) => Decide(desk, request));
        routes.MapGet("/{**path}", PageFiles.Find);
    }

    static SessionAnswer Session(ReviewDesk desk, ReviewOptions options) => desk.Look((items, ledger) => new SessionAnswer(
        IdOf(options), Path.GetFileName(options.Records), items.Count, desk.HasArticles, options.Reviewer ?? "", [.. ledger.Reviewers], ledger.Last,
        new(Vocabulary.Actions, Vocabulary.Statuses, Vocabulary.TargetTypes, Vocabulary.DateBases, Vocabulary.Measures, Vocabulary.Objectives)));

    static string IdOf(ReviewOptions options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Path.GetFullPath(options.Records)}\n{Path.GetFullPath(options.DecisionsOrDefault)}")).AsSpan(0, 8));

    static IResult Decide(ReviewDesk desk, DecisionRequest request)
    {
        try
        {
            var decision = desk.Decide(request);
            return Results.Ok(new DecidedAnswer(decision, decision.Sequence));
        }
        catch (DecisionException e)
        {
            return Results.BadRequest(new ErrorAnswer(e.Message));
        }
    }

    static RecordQuery Query(HttpRequest request) => RecordQuery.Parse(name => request.Query[name]);

    static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
