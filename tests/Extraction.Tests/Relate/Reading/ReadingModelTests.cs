using Extraction.Documents;
using Extraction.Learning;
using Extraction.Learning.Neural;
using Extraction.Relate.Reading;

namespace Extraction.Tests.Relate.Reading;

public sealed class ReadingModelTests
{
    static readonly Dictionary<ulong, ushort> Features = new() { [0x1234_5678_9ABC_DEF1] = 0, [0xFEDC_BA98_7654_3211] = 1 };
    static readonly WordVectors Vectors = new(SectionFile.Read(WordVectors.Pack(["bank", "oil"], [[1, 0.5f], [-1, 0.25f]])));

    [Test]
    public void WhatIsPackedIsReadAgain()
    {
        var network = Made();
        var model = ReadingModel.Read(SectionFile.Read(ReadingModel.Pack(network, Features, Features)), Vectors, "test");
        foreach (var (before, after) in network.Parameters.Zip(model.Network.Parameters))
        {
            Assert.That(after.Value, Is.EqualTo(before.Value).Within(0.01f), before.Name);
            Assert.That(after.Value, Is.Not.All.Zero, before.Name);
        }

        Assert.That((model.Tokens.Find(0xFEDC_BA98_7654_3211), model.Tokens.Find(0x1111_2222_3333_4445)), Is.EqualTo((1, -1)));
    }

    [Test]
    public void ACutFileIsRefused()
    {
        var network = Made();
        var parts = ReadingModel.Pack(network, new Dictionary<ulong, ushort>(), Features);
        Assert.That(() => ReadingModel.Read(SectionFile.Read(parts), Vectors, "test"), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void WordsAreFoundWhateverTheirCase()
    {
        var vector = new float[2];
        Vectors.Write(Vectors.Find("Bank"), vector);
        Assert.That(vector, Is.EqualTo(new[] { 1f, 0.5f }).Within(0.01f));
        Assert.That(Vectors.Find("coal"), Is.EqualTo(-1));
    }

    [Test]
    public void TheNamesOfPersonsAreNotSeen()
    {
        var kept = new Remembering();
        new TokenReader(Vectors, kept).Read([Flat.Document("They listed Anna Berg", new NameMention(2, 4, NameType.Person)).Sentences[0]]);
        var one = kept.Seen.ToHashSet();
        kept.Seen.Clear();
        new TokenReader(Vectors, kept).Read([Flat.Document("They listed Ivan Petrov", new NameMention(2, 4, NameType.Person)).Sentences[0]]);
        Assert.That(kept.Seen, Is.EquivalentTo(one));
        kept.Seen.Clear();
        new TokenReader(Vectors, kept).Read([Flat.Document("They listed oil bank").Sentences[0]]);
        Assert.That(kept.Seen, Is.Not.SupersetOf(one));
    }

    static ReadingNetwork Made()
    {
        var network = new ReadingNetwork(Features.Count, Features.Count, Vectors.Dimensions);
        var random = new Random(1);
        foreach (var p in network.Parameters)
            for (var i = 0; i < p.Value.Length; i++) p.Value[i] = random.NextSingle() - 0.5f;
        return network;
    }

    sealed class Remembering : IFeatureIndex
    {
        public HashSet<ulong> Seen { get; } = [];

        public int Find(ulong feature)
        {
            Seen.Add(feature);
            return -1;
        }
    }
}
