import { newIn3223 } from '../availability.ts';
import { source, trap } from '../provenance.ts';
import { describeSettings } from './describe-setting.ts';

const loading = source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave');

/** Keys of `[Settings]` about the network. */
export const networkSettings = describeSettings(
  { section: 'Settings', group: 'network', read: 'start', sources: [loading] },
  [
    {
      key: 'sourcePort',
      type: { kind: 'integer', minimum: 0, maximum: 65_535, unit: 'port' },
      default: '0',
      meaning: 'Local SIP port; 0 for any.',
      basis: 'inferred',
    },
    {
      key: 'rtpPortMin',
      type: { kind: 'integer', minimum: 0, maximum: 65_535, unit: 'port' },
      default: '0',
      meaning: 'First port for audio and video; 0 for any.',
      basis: 'inferred',
    },
    {
      key: 'rtpPortMax',
      type: { kind: 'integer', minimum: 0, maximum: 65_535, unit: 'port' },
      default: '0',
      meaning: 'Last port for audio and video; 0 for any.',
      basis: 'inferred',
    },
    {
      key: 'rport',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Asks for symmetric response routing (`rport`).',
      basis: 'inferred',
    },
    {
      key: 'dnsSrv',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Finds servers by their DNS SRV records.',
    },
    { key: 'dnsSrvNs', type: { kind: 'text' }, default: '', meaning: 'The name servers for DNS SRV.' },
    {
      key: 'enableSTUN',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Uses a STUN server.',
      basis: 'inferred',
    },
    { key: 'STUN', type: { kind: 'text' }, default: '', meaning: 'The STUN server.', basis: 'inferred' },
    {
      key: 'networkChanges',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Reacts when the IP address of the machine changes.',
      availability: newIn3223,
    },
    {
      key: 'portKnockerHost',
      type: { kind: 'text' },
      default: '',
      meaning: 'Host to knock at before registering; empty for the server of the account.',
      sources: [loading, source('D.5', 'lib/MSIP.cpp: PortKnock')],
    },
    {
      key: 'portKnockerPorts',
      type: { kind: 'list', separator: ',' },
      default: '',
      meaning: 'Ports to knock at: each gets a UDP datagram `knock`.',
      differences: [{ versions: ['3.22.16'], text: 'Also over IPv6.' }],
      traps: [trap('D.5', 'The program is blocked for 200 ms between two ports.')],
      sources: [loading, source('D.5', 'lib/MSIP.cpp: PortKnock')],
    },
    {
      key: 'userAgent',
      type: { kind: 'text' },
      default: '',
      meaning: 'Replaces the User-Agent header.',
    },
  ],
);
