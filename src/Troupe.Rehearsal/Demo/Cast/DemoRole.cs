using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>One persona of the demo and what it does.</summary>
/// <param name="Task">What it wants, as one line: in its prompt and as its commit's subject.</param>
/// <param name="Work">
/// Edits the checkout. It looks at what it finds and not at a script of attempts: on a tip where somebody was faster it
/// does the same job in another way, as an agent would.
/// </param>
/// <param name="Commits">Whether it commits its change, or leaves it in the checkout as it is. Both are a patch.</param>
/// <param name="Note">What it writes to the lead; null: nothing.</param>
internal sealed record DemoRole(PersonaId Persona, string Emoji, string Task, Action<WorkingTree> Work, bool Commits = true, string? Note = null);
