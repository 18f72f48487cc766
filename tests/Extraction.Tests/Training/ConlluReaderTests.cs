using Extraction.Training.Annotate;

namespace Extraction.Tests.Training;

public class ConlluReaderTests
{
    internal const string Sample = """
        # sent_id = own-1
        # text = Qais al-Khazali doesn't speak.
        1	Qais	Qais	PROPN	NNP	_	7	nsubj	_	_
        2	al	al	PROPN	NNP	_	1	flat	_	SpaceAfter=No
        3	-	-	PUNCT	HYPH	_	2	punct	_	SpaceAfter=No
        4	Khazali	Khazali	PROPN	NNP	_	2	flat	_	_
        5-6	doesn’t	_	_	_	_	_	_	_	_
        5	does	do	AUX	VBZ	_	7	aux	_	_
        6	n’t	not	PART	RB	_	7	advmod	_	_
        7	speak	speak	VERB	VB	_	0	root	_	SpaceAfter=No
        7.1	x	x	VERB	VB	_	_	_	_	_
        8	.	.	PUNCT	.	_	7	punct	_	_

        """;

    [Test]
    public void Reads_words_trees_and_spaces()
    {
        var sentence = ConlluReader.Read(Sample.Split('\n').Select(line => line.TrimEnd('\r')), "sample").Single();
        Assert.Multiple(() =>
        {
            Assert.That(sentence.Id, Is.EqualTo("own-1"));
            Assert.That(sentence.Forms, Is.EqualTo(new[] { "Qais", "al", "-", "Khazali", "does", "n't", "speak", "." }));
            Assert.That(sentence.Heads, Is.EqualTo(new[] { 6, 0, 1, 1, 6, 6, 8, 6 }));
            Assert.That(sentence.SpaceAfter, Is.EqualTo(new[] { true, false, false, true, false, true, false, true }));
            Assert.That(sentence.Tags[5], Is.EqualTo("PART RB"));
        });
    }

    [Test]
    public void A_short_line_is_named() =>
        Assert.That(() => ConlluReader.Read(["1\tA"], "file.conllu").ToList(), Throws.TypeOf<InvalidDataException>().With.Message.Contains("file.conllu:1"));

    [Test]
    public void A_head_that_is_no_word_is_named() =>
        Assert.That(() => ConlluReader.Read(["1\tA\ta\tX\tX\t_\t9\tdep\t_\t_"], "f").ToList(), Throws.TypeOf<InvalidDataException>().With.Message.Contains("head \"9\""));

    [Test]
    public void Names_that_the_tokenizer_keeps_whole_are_joined_in_the_tree()
    {
        var joined = Retokenizer.Join(ConlluReader.Read(Sample.Split('\n').Select(line => line.TrimEnd('\r')), "sample").Single());
        Assert.Multiple(() =>
        {
            Assert.That(joined.Forms, Is.EqualTo(new[] { "Qais", "al-Khazali", "does", "n't", "speak", "." }));
            Assert.That(joined.Heads, Is.EqualTo(new[] { 4, 0, 4, 4, 6, 4 }));
            Assert.That(joined.Relations[1], Is.EqualTo("flat"));
        });
    }
}
