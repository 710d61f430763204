using AspireMl.Modeling.Documents.Evaluation;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Similarities between a question's words and a label, each 0 to 1.</summary>
/// <param name="Dice">Dice coefficient of trigrams.</param>
/// <param name="Asked">Share of the question's words that the label has.</param>
/// <param name="Labelled">Share of the label's words that the question has.</param>
/// <param name="Concept">Share of named concepts in common.</param>
/// <param name="Kin">Share of named kin in common.</param>
/// <param name="Edit">Edit similarity of the compact texts.</param>
internal readonly record struct LabelMatch(float Dice, float Asked, float Labelled, float Concept, float Kin, float Edit)
{
    /// <summary>The best of the similarities, for ranking labels among themselves.</summary>
    public float Strength => MathF.Max(MathF.Max(MathF.Max(Dice, Edit), MathF.Max(2 * Asked * Labelled / MathF.Max(1e-6f, Asked + Labelled), 0.7f * Concept)), KinStrength);

    /// <summary>What the kin alone would give.</summary>
    public float KinStrength => 0.8f * Kin;

    /// <summary>Compares; an empty label matches nothing.</summary>
    public static LabelMatch Of(LabelText question, LabelText label) => label.IsEmpty || question.IsEmpty
        ? default
        : new(
            (float)question.Dice(label),
            (float)question.SharedWith(label),
            (float)label.SharedWith(question),
            (float)question.ConceptOverlap(label),
            (float)question.KinOverlap(label),
            label.Compact.Length > 40 ? 0 : (float)Anls.Similarity(question.Compact, label.Compact));
}
