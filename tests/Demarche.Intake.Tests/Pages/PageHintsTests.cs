using Demarche.Intake.Pages;

namespace Demarche.Intake.Tests.Pages;

public sealed class PageHintsTests
{
    [Theory]
    [InlineData("share-bar", "Drop")]
    [InlineData("shareBar", "Drop")]
    [InlineData("post__share", "Drop")]
    [InlineData("sharepoint", "None")]
    [InlineData("article-body", "Body")]
    [InlineData("c-articleBody2", "Body")]
    [InlineData("x y related-articles", "Drop")]
    [InlineData("", "None")]
    [InlineData(null, "None")]
    public void Names_are_read_by_their_parts(string? names, string hint) =>
        Assert.Equal(hint, TestReader.Data.Hints.Find(names).ToString());
}
