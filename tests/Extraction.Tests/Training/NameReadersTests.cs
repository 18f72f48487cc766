using Extraction.Annotate.Recognize;
using Extraction.Documents;
using Extraction.Training.Annotate;

namespace Extraction.Tests.Training;

public class NameReadersTests
{
    private static readonly byte Person = (byte)NameLabels.Begin(NameType.Person);
    private static readonly byte PersonGoesOn = (byte)NameLabels.Inside(NameType.Person);
    private static readonly byte Place = (byte)NameLabels.Begin(NameType.Location);

    [Test]
    public void Words_are_brought_to_our_tokens_with_their_names()
    {
        (NameType?, bool)[] names = [(NameType.Person, true), (NameType.Person, false), (null, false), (null, false), (NameType.Location, true), (null, false)];
        var sentence = NamedSentence.Of("own", "", ["Kim", "Jong-un", "'s", "visit", "Russia-Ukraine", "."], names);
        Assert.Multiple(() =>
        {
            Assert.That(sentence.Forms, Is.EqualTo(new[] { "Kim", "Jong-un", "'s", "visit", "Russia", "-", "Ukraine", "." }));
            Assert.That(sentence.Labels[..5], Is.EqualTo(new[] { Person, PersonGoesOn, (byte)0, (byte)0, Place }));
        });
    }

    [Test]
    public void Universal_ner_is_read_with_its_stray_label_as_none()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "# sent_id = d-1\n1\tMs\tO\t-\t-\n2\tAnna\tB-PER\t-\tx\n3\tBerg\tI-PER\t-\tx\n4\t.\tB-O\t-\tx\n\n");
        var sentence = NameReaders.Uner(path).Single();
        File.Delete(path);
        Assert.That(sentence.Labels, Is.EqualTo(new byte[] { 0, Person, PersonGoesOn, 0 }));
    }

    [Test]
    public void Gum_entities_are_cut_to_the_name()
    {
        var lines = """
            1	Administrator	administrator	PROPN	NNP	_	2	nmod:desc	_	Entity=(10-person-new-nnnss-cf6-1-coref-Anna_Berg
            2	Anna	Anna	PROPN	NNP	_	4	nsubj	_	_
            3	Berg	Berg	PROPN	NNP	_	2	flat	_	Entity=10)
            4	left	leave	VERB	VBD	_	0	root	_	_
            5	the	the	DET	DT	_	6	det	_	Entity=(2-place-new-sss-cf1-1-coref
            6	Netherlands	Netherlands	PROPN	NNP	_	4	obj	_	Entity=2)
            """.Split('\n').Select(line => line.TrimEnd('\r'));
        var sentence = GumNames.Read(ConlluReader.Read(lines, "own").Single());
        Assert.That(sentence.Labels, Is.EqualTo(new byte[] { 0, Person, PersonGoesOn, 0, 0, Place }));
    }
}
