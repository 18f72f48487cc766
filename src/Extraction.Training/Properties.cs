using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Extraction.Tests")]
