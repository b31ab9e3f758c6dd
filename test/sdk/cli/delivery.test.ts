import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';

import type { Delivery } from '../../../sdk/src/channel/channel.ts';
import { showDelivery } from '../../../sdk/src/cli/output/delivery.ts';
import { Terminal } from '../../../sdk/src/cli/output/terminal.ts';
import type { Installation } from '../../../sdk/src/installation/installation.ts';

const installation: Installation = {
  backend: 'windows',
  version: '3.22.16',
  executable: 'C:\\MicroSIP\\microsip.exe',
  dataDirectory: 'C:\\MicroSIP',
  logDirectory: 'C:\\MicroSIP',
  launch: { file: 'C:\\MicroSIP\\microsip.exe', leadingArguments: [] },
};
const delivery: Delivery = {
  channel: 'window-message',
  commandLines: ['101'],
  started: false,
  elapsedMs: 0.7,
  remarks: [],
};

function shown(options: { readonly verbose: boolean }, told: Delivery): { stdout: string; stderr: string } {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  showDelivery(new Terminal(streams, { json: false, ...options }), installation, told);
  return { stdout: String(streams.stdout.read() ?? ''), stderr: String(streams.stderr.read() ?? '') };
}

describe('what is told of a delivery', () => {
  it('is what was sent, and with --verbose by which way', () => {
    const { stdout, stderr } = shown({ verbose: true }, delivery);
    assert.equal(stdout, 'Sent to MicroSIP 3.22.16: 101\n');
    assert.match(
      stderr,
      /MicroSIP 3\.22\.16 at C:\\MicroSIP\\microsip\.exe, by a message to its window, in 1 ms/u,
    );
    assert.equal(shown({ verbose: false }, delivery).stderr, '');
  });

  it('is why the launcher was used, where a window message would be the better way', () => {
    const launched: Delivery = {
      ...delivery,
      channel: 'launcher',
      channelReason: 'no phone runs',
      started: true,
    };
    assert.match(shown({ verbose: true }, launched).stderr, /by the launcher \(no phone runs\), in 1 ms/u);
    const { channelReason: _, ...elsewhere } = launched;
    assert.match(shown({ verbose: true }, elsewhere).stderr, /by the launcher, in 1 ms/u);
  });
});
