using System.CommandLine;
using Extraction.Record;

namespace Extraction.Cli;

/// <summary><c>extraction schema</c>: what a record looks like, for programs.</summary>
static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of a record.");
        command.SetAction(_ => Console.Out.Write(RecordSchema.Generate()));
        return command;
    }
}
