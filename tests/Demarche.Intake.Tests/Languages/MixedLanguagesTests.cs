namespace Demarche.Intake.Tests.Languages;

public sealed class MixedLanguagesTests
{
    private const string English = "The ministers of both countries met in the capital on Monday and agreed that the talks should go on after the summer.";
    private const string MoreEnglish = "They said that a second meeting would be held in June, and that the agreement would then be signed by both of them.";
    private const string Spanish = "Los ministros de los dos países se reunieron el lunes en la capital y acordaron que las conversaciones continúen después del verano.";
    private const string MoreSpanish = "También dijeron que en junio habrá una segunda reunión, en la que los dos países van a firmar el acuerdo que se ha preparado.";
    private const string Russian = "Министр иностранных дел заявил, что переговоры между двумя странами продолжатся в следующем году.";
    private const string Japanese = "両国の外相は月曜日に東京で会談し、協議を続けることで一致した。次の会談は六月に開かれる予定だ。";

    [Fact]
    public void An_english_report_loses_its_paragraph_of_spanish_and_says_so()
    {
        var report = TestReader.ReadText($"{English}\n\n{Spanish}\n\n{MoreEnglish}");

        Assert.Equal(($"{English}\n\n{MoreEnglish}", "en"), (report.Text, report.Language));
        Assert.Equal(["1 of the 3 paragraphs is not in English but in Spanish; it was left out."], report.Warnings);
    }

    [Fact]
    public void Several_foreign_languages_are_all_named()
    {
        var report = TestReader.ReadText($"{English}\n\n{Russian}\n\n{MoreEnglish} {English}\n\n{Japanese}");

        Assert.Equal($"{English}\n\n{MoreEnglish} {English}", report.Text);
        Assert.Equal(["2 of the 4 paragraphs are not in English but in Japanese and Russian; they were left out."], report.Warnings);
    }

    [Fact]
    public void A_mostly_spanish_page_is_not_coded_and_its_english_is_mentioned()
    {
        var report = TestReader.ReadPage($"<article><p>{Spanish}</p><p>{MoreSpanish}</p><p>{English}</p><p>{Spanish.Replace("lunes", "martes", StringComparison.Ordinal)}</p></article>");

        Assert.Equal("es", report.Language);
        Assert.Equal(["The report is in Spanish, not in English; no events are coded from it, nor from the 1 paragraph of 4 that is in English."], report.Warnings);
        Assert.Contains(English, report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_words_quoted_inside_an_english_paragraph_stay()
    {
        const string paragraph = "\"No pasarán,\" the crowd shouted, and \"El pueblo unido jamás será vencido,\" before the police came and took eleven of them away.";

        var report = TestReader.ReadText($"{English}\n\n{paragraph}\n\n{MoreEnglish}");

        Assert.Equal($"{English}\n\n{paragraph}\n\n{MoreEnglish}", report.Text);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void A_list_of_foreign_names_is_no_foreign_paragraph()
    {
        const string names = "Those at the table were Jean de la Tour, Marie du Lac, Ana de los Santos, Juan del Campo, Otto von der Heide, and Pier van den Berg.";

        var report = TestReader.ReadText($"{English}\n\n{names}\n\n{MoreEnglish}");

        Assert.Contains(names, report.Text, StringComparison.Ordinal);
        Assert.Empty(report.Warnings);
    }
}
