namespace Demarche.Knowledge.Tests.Names;

public sealed class FindingTests
{
    [Fact]
    public void A_state_an_office_and_a_person_side_by_side_are_three_names() =>
        Assert.Equal(
            """
            Russian = country:RUS Adjective
            Foreign Minister = office:foreign-minister RoleNoun
            Sergei Lavrov = person:sergei-lavrov Name
            US = country:USA Acronym
            Secretary of State = office:secretary-of-state-USA RoleNoun
            Rex Tillerson = person:rex-tillerson Name
            """,
            Words.Found("Russian Foreign Minister Sergei Lavrov phoned_VERB US Secretary of_ADP State Rex Tillerson ."));

    [Theory]
    [InlineData("Kang Kyung - wha")]
    [InlineData("Kang Kyung-wha")]
    [InlineData("Kang Kyung Wha")]
    [InlineData("Kang Kyungwha")]
    public void Hyphens_and_spaces_in_a_name_make_no_difference(string name) =>
        Assert.Equal($"{name} = person:kang-kyung-wha Name", Words.Found(name));

    [Theory]
    [InlineData("Sergey Lavrov", "person:sergei-lavrov")]
    [InlineData("Recep Tayyip Erdogan", "person:recep-tayyip-erdogan")]
    [InlineData("Volodymyr Zelensky", "person:volodymyr-zelenskyy")]
    [InlineData("Volodymyr Zelenskiy", "person:volodymyr-zelenskyy")]
    [InlineData("Antonio Guterres", "person:antonio-guterres")]
    [InlineData("Kono Taro", "person:taro-kono")]
    public void Other_spellings_lead_to_the_same_person(string name, string id) =>
        Assert.Equal($"{name} = {id} Name", Words.Found(name));

    [Theory]
    [InlineData("Gerhard Schroeder", "person:gerhard-schroder Name")]
    [InlineData("Schroeder", "person:gerhard-schroder Surname")]
    public void Umlauts_may_be_written_out(string name, string reading) => Assert.Equal($"{name} = {reading}", Words.Found(name));

    [Fact]
    public void A_name_after_an_article_goes_before_a_shorter_one_that_begins_with_it() =>
        Assert.Equal("National Transitional Council = org:national-transitional-council Name", Words.Found("The_DET National Transitional Council"));

    [Fact]
    public void A_word_with_a_capital_after_its_apostrophe_ends_a_name() =>
        Assert.Equal("Quai d'Orsay = metonym:quai-dorsay-FRA Name", Words.Found("the_DET Quai d'Orsay_PROPN"));

    [Fact]
    public void A_possessive_is_no_part_of_the_name_but_may_stand_inside_one() =>
        Assert.Equal(
            """
            Japan = country:JPN Name
            People 's Liberation Army = org:peoples-liberation-army Name
            """,
            Words.Found("Japan 's_PART view of_ADP the_DET People 's_PART Liberation Army"));

    [Fact]
    public void A_possessive_that_was_not_split_off_does_no_harm() =>
        Assert.Equal(
            """
            Russia's = country:RUS Name
            People's Republic of China = country:CHN Name
            """,
            Words.Found("Russia's view of_ADP the_DET People's Republic of_ADP China"));

    [Fact]
    public void Titles_lead_to_the_surname_that_follows() =>
        Assert.Equal(
            """
            Lavrov = person:sergei-lavrov Surname
            Tillerson = person:rex-tillerson Surname
            """,
            Words.Found("Mr Lavrov thanked_VERB Mr. Tillerson ."));

    [Fact]
    public void A_surname_within_somebody_elses_name_is_not_the_known_person() =>
        Assert.Equal("", Words.Found("The_DET plumber Ivan Lavrov slept_VERB ."));

    [Fact]
    public void Role_nouns_are_found_in_singular_and_plural_and_only_as_nouns() =>
        Assert.Equal(
            """
            soldier = role:soldier RoleNoun
            protesters = role:protester RoleNoun
            """,
            Words.Found("the_DET soldier who_PRON police_VERB streets saw_VERB protesters"));

    [Fact]
    public void Names_that_begin_in_lower_case_are_found() =>
        Assert.Equal("al - Qaeda = group:al-qaeda Name", Words.Found("that_SCONJ al - Qaeda fled_VERB"));

    [Fact]
    public void A_sentence_without_names_gives_an_empty_list() =>
        Assert.Empty(Shipped.Knowledge.Find(Words.Sentence("it_PRON rained_VERB .")));

    [Fact]
    public void A_sentence_without_words_gives_an_empty_list() => Assert.Empty(Shipped.Knowledge.Find(Words.Sentence("")));

    [Fact]
    public void Matches_never_overlap_and_ascend_on_random_text()
    {
        const int Seed = 20171124;
        var random = new Random(Seed);
        string[] words = ["Kim", "Jong", "-", "un", "'s", "US", "us", "of", "The", "Hague", "People", "Republic", "China", "Foreign", "Minister",
            "Ministry", "Affairs", "al", "Qaeda", "St.", "Korea", "South", "North", ",", "D.C.", "Washington", "May", "Lavrov", "U.S.", "👍", "—", "Zürich"];

        for (var i = 0; i < 3000; i++)
        {
            var sentence = Words.Sentence(string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)])));
            var matches = Shipped.Knowledge.Find(sentence);
            var end = 0;
            foreach (var match in matches)
            {
                Assert.True(match.First >= end && match.End > match.First && match.End <= sentence.Tokens.Length, $"seed {Seed}, round {i}: {sentence}");
                Assert.InRange(match.Candidates.Count, 1, 32);
                end = match.End;
            }
            Assert.Equal(matches, Shipped.Knowledge.Find(sentence), (a, b) => a.First == b.First && a.End == b.End && a.Candidates.SequenceEqual(b.Candidates));
        }
    }

    [Fact]
    public void Threads_that_ask_at_once_get_the_same_objects()
    {
        var knowledge = KnowledgeBase.Open(Shipped.Bytes);
        var sentence = Words.Sentence("Tokyo , Seoul , Moscow and_CCONJ Taro Kono");

        var found = new NameCandidate[16];
        Parallel.For(0, found.Length, i => found[i] = knowledge.Find(sentence)[^1].Candidates[0]);

        Assert.All(found, candidate => Assert.Same(found[0].Entry, candidate.Entry));
    }
}
