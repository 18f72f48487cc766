using Extraction.Annotate;
using Extraction.Annotate.Parse;
using Extraction.Training.Annotate;
using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests.Training;

public class ParseOracleTests
{
    // "The bank paid him": The <- bank <- paid -> him.
    private static readonly int[] Heads = [1, 2, 4, 2];

    [Test]
    public void Costs_count_the_arcs_that_get_lost()
    {
        var oracle = new ParseOracle(Heads);
        var state = new ParseState();
        state.Reset(new Word[4]);
        ParseActions.Apply(state, ParseActions.Shift);
        Assert.Multiple(() =>
        {
            Assert.That(oracle.LeftCost(state), Is.Zero, "bank -> The is right");
            Assert.That(oracle.ShiftCost(state), Is.EqualTo(1), "The would sit under bank and lose its head");
        });
        ParseActions.Apply(state, ParseActions.Shift);
        Assert.That(oracle.RightCost(state), Is.EqualTo(1), "bank under The: bank loses paid; The keeps nobody");
    }

    [Test]
    public void Following_the_cheapest_action_gives_the_gold_tree_of_any_projective_tree() =>
        Prop.ForAll(Trees().ToArbitrary(), heads => Follow(heads).SequenceEqual(heads)).Hold();

    private static Gen<int[]> Trees() => Gen.Choose(1, 9).SelectMany(size => Gen.Choose(0, int.MaxValue - 1).Select(seed => Tree(size, new Random(seed))));

    // A random projective tree: pick a root of the range, recurse into both sides.
    private static int[] Tree(int size, Random random)
    {
        var heads = new int[size];
        void Attach(int first, int end, int head)
        {
            if (first >= end)
                return;
            var middle = random.Next(first, end);
            heads[middle] = head;
            Attach(first, middle, middle);
            Attach(middle + 1, end, middle);
        }

        Attach(0, size, size);
        return heads;
    }

    private static IEnumerable<int> Follow(int[] heads)
    {
        var oracle = new ParseOracle(heads);
        var state = new ParseState();
        state.Reset(new Word[heads.Length]);
        while (!state.IsFinished)
        {
            var shift = state.CanShift ? oracle.ShiftCost(state) : int.MaxValue;
            var left = state.CanLeft ? oracle.LeftCost(state) : int.MaxValue;
            var right = state.CanRight ? oracle.RightCost(state) : int.MaxValue;
            ParseActions.Apply(state, left <= shift && left <= right ? ParseActions.LeftArc(0) : right <= shift ? ParseActions.RightArc(0) : ParseActions.Shift);
        }

        return state.Heads.Take(heads.Length);
    }
}
