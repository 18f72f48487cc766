using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Measures;
using Extraction.Tests.Relate.Reading;

namespace Extraction.Tests.Relate.Measures;

public sealed class TopicChooserTests
{
    [Test]
    public void WhatIsLikelyIsChosen()
    {
        var document = Flat.Document("Bank hit with an asset freeze");
        var topics = new TopicChooser(new SetJudge { OfTopic = t => t is "measure:asset_freeze" or "objective:cyber" ? 0.9 : 0.1 });
        Assert.Multiple(() =>
        {
            Assert.That(topics.Measures(document, Records.Of(document)), Is.EqualTo(new[] { "asset_freeze" }));
            Assert.That(topics.Objectives(document, Records.Of(document), null), Is.EqualTo(new[] { "cyber" }));
        });
    }

    [Test]
    public void AQuestionKnowsWhereItsPhrasesStand()
    {
        var document = Flat.Document("Bank hit with an asset freeze");
        var features = new TopicFeatures();
        features.ForMeasures(document, Records.Of(document));
        Assert.That(Count(features, "asset_freeze"), Is.GreaterThan(Count(features, "arms_embargo")));
    }

    static int Count(TopicFeatures features, string topic)
    {
        var asked = new Features();
        features.Ask(asked, "measure:", topic);
        return asked.Count;
    }
}
