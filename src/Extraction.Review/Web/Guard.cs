using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Extraction.Review.Web;

/// <summary>
/// Lets only the reviewer's own page in: the right Host (against DNS rebinding), no foreign Origin, and the token, which the
/// link that was printed carries once and a cookie after that. Sets the headers that keep text from ever becoming script.
/// </summary>
sealed class Guard(string token, Func<int> port)
{
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    string Cookie => $"extraction-review-{port()}";

    public async Task Check(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        var host = request.Host.Value ?? "";
        if (host != $"127.0.0.1:{port()}" && host != $"localhost:{port()}")
        {
            await Refuse(response, 403, "This server answers only to its own address.").ConfigureAwait(false);
        }
        else if (IsForeign(request, host))
        {
            await Refuse(response, 403, "Another site may not use this server.").ConfigureAwait(false);
        }
        else if (request.Path == "/" && request.Query["token"].ToString() is { Length: > 0 } given)
        {
            await Enter(response, given).ConfigureAwait(false);
        }
        else if (!IsToken(request.Cookies[Cookie]) && !IsToken(Bearer(request)))
        {
            await Refuse(response, 401, "Open the link that `extraction review` printed: it carries the key to this page.").ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    static bool IsForeign(HttpRequest request, string host)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return (origin.Length > 0 && origin != $"http://{host}")
            || (request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && site is not ("" or "same-origin" or "none"));
    }

    Task Enter(HttpResponse response, string given)
    {
        if (!IsToken(given))
        {
            return Refuse(response, 401, "This link is of an earlier start. Open the one that `extraction review` printed last.");
        }

        response.Cookies.Append(Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        response.Redirect("/");
        return Task.CompletedTask;
    }

    bool IsToken(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));

    static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;

    static Task Refuse(HttpResponse response, int status, string message)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(message);
    }
}
