import type { CommandId } from '../catalogue/command.ts';
import { commandNamed } from '../catalogue/commands.ts';
import { supportIn, verifiedVersions, type Availability } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';

/**
 * Makes sure that a version of MicroSIP has a command: where it has not, it would dial the command as a number
 * (facts A.4).
 *
 * @param id - the command
 * @param version - MicroSIP's version
 * @param purpose - what the command was wanted for, such as `refuse ringing calls`
 * @returns what is worth knowing, in sentences
 * @throws MicroSipError `UNSUPPORTED`, saying since when it is there
 */
export function requireCommand(id: CommandId, version: string, purpose: string): readonly string[] {
  const { availability, syntax } = commandNamed(id);
  const { support, basis } = supportIn(availability, version);
  switch (support) {
    case 'yes':
    case 'partly':
      return [];
    case 'unknown':
      return basis === 'verified'
        ? []
        : [
            `Whether MicroSIP ${version} can ${purpose} (${syntax}) is not known: ${firstVersionWith(availability)} can, an older one that was read cannot. If it cannot, it dials the command.`,
          ];
    case 'no':
      throw new MicroSipError(
        'UNSUPPORTED',
        `MicroSIP ${version} cannot ${purpose}: ${syntax} is there since ${firstVersionWith(availability)}, and ${version} would dial it as a number. Update MicroSIP.`,
      );
  }
}

function firstVersionWith(availability: Availability): string {
  const verified = verifiedVersions.find((version) => availability.verified[version] === 'yes');
  return availability.since ?? verified ?? 'no known version';
}
