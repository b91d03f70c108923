namespace Demarche.Intake.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    public static TheoryData<string, string, string> Texts => new()
    {
        { "en", "English", "The ministers of both countries met in the capital on Monday and agreed that the talks should go on after the summer." },
        { "ru", "Russian", "Министр иностранных дел заявил, что переговоры между двумя странами продолжатся в следующем году." },
        { "uk", "Ukrainian", "Міністр закордонних справ заявив, що переговори між двома країнами будуть продовжені, але не цього року." },
        { "bg", "Bulgarian", "Министърът на външните работи каза, че преговорите между двете страни ще продължат и след лятото." },
        { "ja", "Japanese", "両国の外相は月曜日に東京で会談し、協議を続けることで一致した。" },
        { "zh", "Chinese", "两国外长星期一在首都举行会谈，同意继续就渔业问题进行磋商。" },
        { "ko", "Korean", "양국 외교장관은 월요일 서울에서 회담을 열고 협의를 계속하기로 합의했다." },
        { "ar", "Arabic", "قال وزير الخارجية إن المحادثات بين البلدين سوف تستمر بعد الصيف في العاصمة." },
        { "fa", "Persian", "وزیر امور خارجه گفت که گفتگوهای دو کشور پس از تابستان در پایتخت ادامه خواهد یافت و این برای ما مهم است." },
        { "es", "Spanish", "Los ministros de los dos países se reunieron el lunes en la capital y acordaron que las conversaciones continúen después del verano." },
        { "fr", "French", "Les ministres des deux pays se sont réunis lundi dans la capitale et ont décidé que les discussions se poursuivraient après l’été." },
        { "de", "German", "Die Minister der beiden Länder trafen sich am Montag in der Hauptstadt und vereinbarten, dass die Gespräche nach dem Sommer weitergehen." },
        { "pt", "Portuguese", "Os ministros dos dois países reuniram-se na segunda-feira na capital e concordaram que as conversas continuem depois do verão, segundo uma nota." },
        { "it", "Italian", "I ministri dei due paesi si sono riuniti lunedì nella capitale e hanno deciso che i colloqui continueranno dopo l’estate, secondo una nota." },
        { "nl", "Dutch", "De ministers van de twee landen kwamen maandag bijeen in de hoofdstad en spraken af dat de gesprekken na de zomer worden voortgezet." },
        { "sv", "Swedish", "Ministrarna från de två länderna möttes på måndagen i huvudstaden och kom överens om att samtalen ska fortsätta efter sommaren." },
        { "fi", "Finnish", "Maiden ministerit tapasivat maanantaina pääkaupungissa ja sopivat, että neuvottelut jatkuvat kesän jälkeen, mutta päivä on vielä auki." },
        { "pl", "Polish", "Ministrowie obu krajów spotkali się w poniedziałek w stolicy i uzgodnili, że rozmowy będą kontynuowane po wakacjach, ale nie podali daty." },
        { "cs", "Czech", "Ministři obou zemí se v pondělí sešli v hlavním městě a dohodli se, že jednání budou po létě pokračovat, ale datum nebylo uvedeno." },
        { "hu", "Hungarian", "A két ország miniszterei hétfőn a fővárosban találkoztak, és megállapodtak, hogy a tárgyalások a nyár után is folytatódnak, de nem mondtak dátumot." },
        { "ro", "Romanian", "Miniștrii celor două țări s-au întâlnit luni în capitală și au convenit că discuțiile vor continua după vară, dar nu au dat o dată pentru acestea." },
        { "tr", "Turkish", "İki ülkenin bakanları pazartesi günü başkentte bir araya geldi ve görüşmelerin yazdan sonra da devam etmesi için anlaştı." },
        { "id", "Indonesian", "Para menteri dari kedua negara bertemu pada hari Senin di ibu kota dan sepakat bahwa pembicaraan akan dilanjutkan setelah musim panas." },
        { "vi", "Vietnamese", "Bộ trưởng của hai nước đã gặp nhau vào thứ hai tại thủ đô và đồng ý rằng các cuộc đàm phán sẽ tiếp tục sau mùa hè." },
        { "el", "Greek", "Οι υπουργοί των δύο χωρών συναντήθηκαν τη Δευτέρα στην πρωτεύουσα και συμφώνησαν να συνεχίσουν τις συνομιλίες." },
        { "he", "Hebrew", "שרי החוץ של שתי המדינות נפגשו ביום שני בבירה והסכימו להמשיך בשיחות אחרי הקיץ." },
        { "hi", "Hindi", "दोनों देशों के मंत्रियों ने सोमवार को राजधानी में मुलाकात की और बातचीत जारी रखने पर सहमति जताई।" },
        { "th", "Thai", "รัฐมนตรีของทั้งสองประเทศพบกันเมื่อวันจันทร์ในเมืองหลวงและตกลงที่จะเจรจาต่อ" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_language_is_told_from_one_sentence(string code, string name, string text)
    {
        var report = TestReader.ReadText(text);

        Assert.Equal(code, report.Language);
        Assert.Equal(
            code == "en" ? [] : [$"The report is in {name}, not in English; no events are coded from it."],
            report.Warnings);
        Assert.Equal(text, report.Text);
    }

    [Theory]
    [InlineData("Abe meets Putin.")]
    [InlineData("Lavrov met Kono in Moscow.")]
    [InlineData("Pyongyang fires missile over Hokkaido, Tokyo protests.")]
    [InlineData("Final: V. Novak d. K. Horak 6-4, S. Z. Kral d. O. Pokorny 6-2, A. U. Dvorak d. I. Vesely 7-5, winner K. Horak and V. Novak won the last of the sets.")]
    [InlineData("De Gaulle and El Baradei met Le Duc in San José.")]
    public void A_few_english_words_full_of_names_are_english(string text) => Assert.Equal("en", TestReader.ReadText(text).Language);

    [Fact]
    public void Signs_alone_have_no_language() => Assert.Null(TestReader.Data.Languages.Find("1234 — 5678 …"));

    [Fact]
    public void Of_two_languages_the_one_that_most_of_the_text_is_in_counts()
    {
        const string english = "The ministers of both countries met in the capital on Monday and agreed that the talks should go on.";

        var report = TestReader.ReadText($"{english} {english}\n\n両国の外相は月曜日に東京で会談し、協議を続けることで一致した。");

        Assert.Equal("en", report.Language);
    }
}
