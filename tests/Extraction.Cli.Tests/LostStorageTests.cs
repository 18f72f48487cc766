using System.Diagnostics;

namespace Extraction.Cli.Tests;

/// <summary>
/// A disk that is full and a mount that vanishes, with real file systems. They need the right to mount, and are skipped without it;
/// what happens where a read or a write fails is tested in the rooms too, with streams that fail.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class LostStorageTests
{
    static readonly string[] Outputs = ["r.jsonl", "a.jsonl", "i.jsonl"];

    [TestCase(300)]
    [TestCase(700)]
    public async Task AfterTheDiskWasFullItGoesOnToTheSameBytes(int kilobytes)
    {
        using var box = Filled();
        await Whole(box);
        using var disk = Mounted.Tmpfs(box["out"], kilobytes);
        var full = await box.Run(Run("out"));
        Assert.Multiple(() =>
        {
            Assert.That(full.Code, Is.EqualTo(2), full.Error);
            Assert.That(full.Error, Does.Contain("cannot be written: No space left on device").And.Contain("--resume").And.Match(@"Documents +\d+ read"));
            Assert.That(Outputs.Where(name => File.Exists(box["out/" + name])), Is.Empty, "published");
            Assert.That(File.Exists(box["out/r.jsonl.checkpoint"]), Is.True, "nothing to go on from");
        });
        disk.Grow("64m");
        var resumed = await box.Run([.. Run("out"), "--resume"]);
        Assert.That(resumed.Code, Is.EqualTo(1), resumed.Error);
        Same(box);
    }

    [Test]
    public async Task AfterTheInputsMountHadVanishedItGoesOnToTheSameBytes()
    {
        using var box = Filled();
        Directory.CreateDirectory(box["out"]);
        Directory.Move(box["in"], box["store"]);
        Directory.CreateDirectory(box["in"]);
        using var mount = Mounted.Bind(box["store"], box["in"]);
        await Whole(box);
        using var process = box.Start(Run("out"));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var patience = Stopwatch.StartNew();
        while (!File.Exists(box["out/r.jsonl.checkpoint"]) && !process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(2);
        }

        mount.Vanish();
        var lost = await Sandbox.End(process, output, error);
        Assert.Multiple(() =>
        {
            Assert.That(lost.Code, Is.EqualTo(2), lost.Error);
            Assert.That(lost.Error, Does.Contain("ingest/lost: ").And.Contain("The input has gone: ").And.Contain("--resume").And.Match(@"Documents +\d+ read"));
            Assert.That(Outputs.Where(name => File.Exists(box["out/" + name])), Is.Empty, "published");
        });
        using var again = Mounted.Bind(box["store"], box["in"]);
        var resumed = await box.Run([.. Run("out"), "--resume"]);
        Assert.That(resumed.Code, Is.EqualTo(1), resumed.Error);
        Same(box);
    }

    [Test]
    public async Task AMountThatIsDeadBeforeTheRunBeginsIsSaid()
    {
        using var box = new Sandbox().Write("in/a.txt", "The European Union imposed sanctions on Belarus.");
        using var mount = Mounted.Dead(box["in/dead"]);
        var run = await box.Run("run", "in", "--out", "r.jsonl");
        Assert.That((run.Code, File.Exists(box["r.jsonl"])), Is.EqualTo((2, false)), run.Error);
        Assert.That(run.Error, Does.Contain("The input has gone: ").And.Contain("in/dead").And.Not.Contain("Unhandled"));
    }

    [Test]
    public async Task AFileThatTheStorageNoLongerGivesStopsTheRun()
    {
        // Reading there fails as a read from a dead disk does.
        Assume.That(File.Exists("/proc/self/mem"));
        using var box = new Sandbox().Write("in/a.txt", "The European Union imposed sanctions on Belarus.");
        File.CreateSymbolicLink(box["in/b.jsonl"], "/proc/self/mem");
        var run = await box.Run("run", "in", "--out", "r.jsonl");
        Assert.That((run.Code, File.Exists(box["r.jsonl"])), Is.EqualTo((2, false)), run.Error);
        Assert.That(run.Error, Does.Contain($"ingest/lost: {box["in/b.jsonl"]}: can no longer be read"));
    }

    [Test]
    public async Task OneFileThatIsTakenAwayCostsItselfOnly()
    {
        using var box = new Sandbox().Write("in/a.txt", "The European Union imposed sanctions on Belarus.");
        File.CreateSymbolicLink(box["in/b.txt"], box["gone"]);
        var run = await box.Run("run", "in", "--out", "r.jsonl");
        Assert.That((run.Code, box.Issues()), Is.EqualTo((1, new List<string> { "ingest/unreadable b.txt" })), run.Error);
    }

    [Test]
    public async Task WhatAFullDiskDoesNotTakeIsInTheDeadLetters()
    {
        using var box = new Sandbox().Write("p.yml", "sinks: {attempts: 1}\n").Write("r.jsonl", string.Concat(Enumerable.Range(0, 3000).Select(n => $$"""
            {"actor":"Iran","action":"impose","target":"Acme","date":null,"justification":null,"status":"actual","measures":[],"target_type":"organization","objectives":[],"confidence":0.5,"id":"{{n}}","event_id":"{{n}}","document_id":"d","article":1,"evidence":[],"spans":{},"extractor":"t"}

            """)));
        using var disk = Mounted.Tmpfs(box["out"], 100);
        var load = await box.Run("load", "r.jsonl", "--config", "p.yml", "--to", "ftm:out/e.json", "--dead-letters", "dead.jsonl");
        Assert.That((load.Code, box.Lines("dead.jsonl").Length), Is.EqualTo((2, 3000)), load.Error);
        Assert.That(load.Error, Does.Contain("extraction load dead.jsonl").And.Not.Contain("Unhandled"));
    }

    static string[] Run(string folder) => ["run", "in", "--config", "p.yml", "--out", $"{folder}/r.jsonl", "--articles", $"{folder}/a.jsonl", "--issues", $"{folder}/i.jsonl"];

    static async Task Whole(Sandbox box)
    {
        Directory.CreateDirectory(box["1"]);
        var whole = await box.Run(Run("1"));
        Assert.That(whole.Code, Is.EqualTo(1), whole.Error);
    }

    static void Same(Sandbox box)
    {
        foreach (var name in Outputs)
        {
            Assert.That(File.ReadAllBytes(box["out/" + name]), Is.EqualTo(File.ReadAllBytes(box["1/" + name])), name);
        }
    }

    static Sandbox Filled()
    {
        var box = new Sandbox();
        for (var copy = 0; copy < 20; copy++)
        {
            foreach (var file in Directory.EnumerateFiles(Sandbox.Samples))
            {
                box.Write($"in/{copy:00}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
            }

            box.Write($"in/{copy:00}/broken.jsonl", "{oops\n");
        }

        return box.Write("p.yml", "run: {checkpoint_seconds: 0}\n");
    }

    /// <summary>A file system of the test's own.</summary>
    sealed class Mounted : IDisposable
    {
        readonly string path;
        bool isThere;

        Mounted(string path, string[] arguments, string program = "mount")
        {
            Directory.CreateDirectory(path);
            this.path = path;
            isThere = Call(program, [.. arguments, path]);
            if (!isThere)
            {
                Assert.Ignore("file systems cannot be mounted here");
            }
        }

        public static Mounted Tmpfs(string path, int kilobytes) => new(path, ["-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs"]);

        public static Mounted Bind(string from, string path) => new(path, ["--bind", from]);

        /// <summary>Of a program that has ended: every access fails as one to a network that is down.</summary>
        public static Mounted Dead(string path) =>
            new(path, ["-c", "exec 3<>/dev/fuse && exec mount -i -t fuse dead \"$1\" -o fd=3,rootmode=40000,user_id=0,group_id=0", "bash"], "bash");

        public void Grow(string size) => Assert.That(Call("mount", "-o", $"remount,size={size}", path), Is.True);

        /// <summary>As a network mount goes: at once, whoever still reads.</summary>
        public void Vanish() => isThere = !Call("umount", "-l", path);

        public void Dispose()
        {
            if (isThere)
            {
                Vanish();
            }
        }

        static bool Call(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
