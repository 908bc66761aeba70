using Troupe.Core;

namespace Troupe.Sprints;

internal sealed class PersonaIdConverter() : TextConverter<PersonaId>(PersonaId.Parse);
