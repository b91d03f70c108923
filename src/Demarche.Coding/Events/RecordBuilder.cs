using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Writes down what was found: codes, dates, places and attributions; one entry for an event told twice; ids in the order of the text.</summary>
internal sealed class RecordBuilder(Codebook codebook, KnowledgeBase knowledge)
{
    internal CodedReport Build(RecordDraft draft, IReadOnlyList<Quantity> quantities)
    {
        var dater = new EventDater(draft);
        var places = PlaceResolver.Read(draft.Entities);
        var warnings = new List<string>(draft.Report.Warnings);
        var dates = new Dictionary<EventCandidate, EventDate>();
        foreach (var candidate in draft.Events)
            dates[candidate] = dater.Date(candidate);
        var kept = KeepOnce(draft.Events, dates);
        foreach (var candidate in kept)
            Use(draft.Entities, candidate);
        SharedCountries.Give(knowledge, draft.Entities, kept);
        foreach (var statement in draft.Speakers.Statements)
        {
            Use(statement.Speaker);
            Use(statement.Addressee);
        }
        var entities = Number(draft.Entities);
        var events = new List<CodedEvent>();
        var claims = new List<Claim>();
        foreach (var candidate in kept)
        {
            var said = new List<FoundStatement>();
            var attribution = Attributor.Attribute(candidate, draft.Speakers, said);
            var coded = Code(draft, candidate, $"v{events.Count + 1}", dates[candidate], dater, places, attribution);
            events.Add(coded);
            foreach (var statement in said)
            {
                if (statement.Speaker?.Id is { } claimant)
                    claims.Add(new(coded.Id, claimant, statement.Stance, statement.Span));
            }
        }
        WarnOfUndated(draft, warnings);
        foreach (var (person, called, holder) in draft.Entities.Disagreements)
            warnings.Add(CodingWarnings.OtherHolder(person.Name, called, person.Office, holder.Name, draft.Entities.Day));
        return new CodedReport
        {
            Report = draft.Report,
            Entities = entities,
            Events = events,
            Statements = [.. draft.Speakers.Statements.Select(Statement)],
            Claims = claims,
            Times = [.. draft.Times.SelectMany(times => times)],
            Places = places.All(),
            Quantities = quantities,
            Warnings = warnings,
        };
    }

    private static void WarnOfUndated(RecordDraft draft, List<string> warnings)
    {
        if (draft.Report.PublishedDay is not null)
            return;
        foreach (var times in draft.Times)
        {
            foreach (var time in times)
            {
                if (time is { IsRelative: true, Start: null, Type: TimeType.Date or TimeType.Time })
                {
                    warnings.Add(CodingWarnings.UndatedExpression(time.Text));
                    return;
                }
            }
        }
    }

    private static void Use(ReportEntities entities, EventCandidate candidate)
    {
        foreach (var argument in candidate.Actor.Concat(candidate.Recipient).Concat(candidate.Third))
        {
            Use(argument.Entity);
            if (argument.IsMention && !argument.Entity.IsMentionedIn(candidate.Graph.Sentence.Index, argument.Span))
                argument.Entity.Mentions.Add((candidate.Graph.Sentence.Index, argument.Span, MentionForm.Description));
            entities.Add(argument.Entity);
        }
    }

    private static void Use(EntityDraft? entity)
    {
        if (entity is null)
            return;
        entity.IsUsed = true;
        foreach (var member in entity.Members)
            member.IsUsed = true;
    }

    private static List<CodedEntity> Number(ReportEntities report)
    {
        var used = report.All.Where(entity => entity.IsUsed && entity.Mentions.Count > 0 && entity.Members.Count == 0)
            .OrderBy(entity => entity.Mentions.Min(mention => mention.Span.Start)).ThenBy(entity => entity.Name, StringComparer.Ordinal).ToArray();
        var coded = new List<CodedEntity>(used.Length);
        foreach (var entity in used)
        {
            entity.Id = $"e{coded.Count + 1}";
            coded.Add(new CodedEntity
            {
                Id = entity.Id,
                Kind = entity.Kind,
                Name = entity.Name,
                Country = entity.Country,
                Sectors = [.. entity.Sectors],
                Office = entity.Office,
                KnowledgeId = entity.Known?.Id,
                Resolution = entity.Rivals.Count == 0 ? entity.Resolution : $"{entity.Resolution}; not {string.Join("; nor ", entity.Rivals)}",
                Mentions = [.. entity.Mentions.DistinctBy(mention => mention.Span).OrderBy(mention => mention.Span.Start).Select(mention => new CodedMention(mention.Span, report.Graphs[mention.Sentence].TextOf(mention.Span), mention.Form))],
            });
        }
        return coded;
    }

    private static Statement Statement(FoundStatement found) => new()
    {
        Speaker = found.Speaker?.Id,
        Addressee = found.Addressee?.Id,
        Kind = found.Kind,
        Span = found.Span,
        Cue = found.Cue,
        CueText = found.CueText,
        SpeakerSpan = found.SpeakerSpan,
    };

    // An event told twice is one event: the same type between the same parties, unless the tellings differ in status or in their days.
    private static List<EventCandidate> KeepOnce(IReadOnlyList<EventCandidate> events, Dictionary<EventCandidate, EventDate> dates)
    {
        var kept = new List<EventCandidate>();
        var alike = new Dictionary<(string?, string?, EventStatus, EntityDraft?, EntityDraft?), List<EventCandidate>>();
        foreach (var candidate in events)
        {
            var key = (candidate.Type, candidate.Mode, candidate.Status, Only(candidate.Actor), Only(candidate.Recipient));
            if (!alike.TryGetValue(key, out var others))
                alike[key] = others = [];
            if (others.Find(other => IsSame(other, candidate) && MayCoincide(dates[other], dates[candidate])) is { } told)
            {
                // The telling that names the day dates the other.
                if (dates[told].Expression is null)
                    dates[told] = dates[candidate];
                continue;
            }
            others.Add(candidate);
            kept.Add(candidate);
        }
        return kept;
    }

    // Days that the text tells apart are different events; where it tells none, the telling repeats.
    private static bool MayCoincide(EventDate a, EventDate b) =>
        a.Expression is null || b.Expression is null || a.Start is null || b.Start is null || a.Start <= b.End && b.Start <= a.End;

    private static EntityDraft? Only(List<Argument> arguments) => arguments.Count == 1 ? arguments[0].Entity : null;

    private static bool IsSame(EventCandidate a, EventCandidate b) =>
        a.Type == b.Type && a.Mode == b.Mode && a.Status == b.Status && SameParties(a.Actor, b.Actor) && SameParties(a.Recipient, b.Recipient) && a.Recipient.Count + a.Actor.Count > 0;

    private static bool SameParties(List<Argument> a, List<Argument> b) => a.Count == b.Count && a.TrueForAll(argument => b.Exists(other => other.Entity == argument.Entity));

    private CodedEvent Code(RecordDraft draft, EventCandidate candidate, string id, EventDate date, EventDater dater, PlaceResolver places,
        List<EventAttribution> attribution)
    {
        var graph = candidate.Graph;
        var type = codebook.Types[candidate.Type!];
        var cameo = candidate.Cameo ?? type.DefaultCameo;
        return new CodedEvent
        {
            Id = id,
            Type = type.Type,
            Mode = candidate.Mode is { } mode ? [mode] : [],
            Context = ContextFinder.Find(codebook, candidate, cameo),
            Cameo = cameo,
            Quad = codebook.Quad(cameo),
            PloverScore = type.PloverScore,
            Goldstein = codebook.Goldstein(cameo),
            Actor = Ids(candidate.Actor),
            Recipient = Ids(candidate.Recipient),
            ThirdParty = Ids(candidate.Third),
            Date = date,
            Place = places.PlaceOf(candidate),
            Status = candidate.Status | (dater.IsHistorical(date) ? EventStatus.Historical : EventStatus.None),
            Attribution = attribution,
            Evidence = new Evidence
            {
                Span = graph.Sentence.Span,
                Sentence = graph.Sentence.Index,
                Trigger = graph.SpanOf(candidate.TriggerFirst, candidate.TriggerLast),
                Actor = candidate.Recipient.Count == 0 ? Phrases.Together(graph, candidate.Actor) : [.. candidate.Actor.Select(argument => argument.Span).Distinct()],
                Recipient = [.. candidate.Recipient.Select(argument => argument.Span).Distinct()],
            },
            Rule = candidate.Entry.Name,
            Confidence = candidate.Confidence,
        };
    }

    private static string[] Ids(List<Argument> arguments) => [.. arguments.Select(argument => argument.Entity.Id).OfType<string>()];
}
