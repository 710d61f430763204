using AspireMl.Contracts.Inferences;

namespace AspireMl.Storage.Documents;

/// <summary>One person's word on one inference.</summary>
/// <param name="FeedbackId">UUID v7; the same id is kept once, however often it is written.</param>
/// <param name="InferenceId">The inference it is about.</param>
/// <param name="Feedback">What was said; its time must be set.</param>
public sealed record FeedbackEntry(Guid FeedbackId, Guid InferenceId, Feedback Feedback);
