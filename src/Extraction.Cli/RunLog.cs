using System.Globalization;
using Extraction.Documents;
using Extraction.Flow;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Extraction.Cli;

/// <summary>The run's log: in words on standard error, and as JSON in a file where one is configured. Set up at the first message.</summary>
sealed class RunLog(LogOptions options) : IDisposable
{
    readonly Lazy<Logger> logger = new(() => Create(options));

    public void Issue(Issue issue)
    {
        var level = issue.Fatal ? LogEventLevel.Warning : LogEventLevel.Information;
        logger.Value.Write(level, "{Code:l}: {Message}", issue.Code, Plain(issue.Message));
    }

    public void Dispose()
    {
        if (logger.IsValueCreated)
        {
            logger.Value.Dispose();
        }
    }

    /// <summary>Names of files and words of pages may hold control characters, which must neither break a line nor steer a terminal.</summary>
    static string Plain(string message) => string.Create(message.Length, message, (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
        }
    });

    static Logger Create(LogOptions options)
    {
        var level = options.Level switch
        {
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            _ => LogEventLevel.Information,
        };
        var configuration = new LoggerConfiguration().MinimumLevel.Is(level).WriteTo.Console(
            outputTemplate: "{Level:u3} {Message:lj}{NewLine}",
            formatProvider: CultureInfo.InvariantCulture,
            standardErrorFromLevel: LogEventLevel.Verbose,
            applyThemeToRedirectedOutput: false);
        return (options.File is null ? configuration : configuration.WriteTo.File(new JsonFormatter(), options.File)).CreateLogger();
    }
}
