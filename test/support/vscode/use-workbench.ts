import assert from 'node:assert/strict';

import type { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import type { MicroSip } from '../../../sdk/src/microsip.ts';
import type { OpenWindow } from './workbench-host.ts';
import { WorkbenchWithPhone, type PreparePhone } from './workbench-with-phone.ts';

/** What the tests of a suite have; there from its first hook on. */
export interface SuiteWorkbench extends OpenWindow {
  /** The phone as another program sees it. */
  readonly phone: MicroSip;
  /** What the network and the far ends do. */
  readonly simulator: SimulatorClient;
  /** As {@link WorkbenchWithPhone.waitForStatus}. */
  readonly waitForStatus: WorkbenchWithPhone['waitForStatus'];
  /** Ends every call, and waits until the window says so. */
  endCalls(): Promise<void>;
}

/**
 * Gives a suite a VS Code with a phone, in one window, as long as it lasts; no call outlasts a test.
 *
 * @param prepare - changes the phone's own files before it starts, to whose folder the window opens
 * @param provideExtension - makes another extension, and gives its folder
 */
export function useWorkbench(
  prepare?: PreparePhone,
  provideExtension?: () => Promise<string>,
): SuiteWorkbench {
  let host: WorkbenchWithPhone | undefined;
  let window: OpenWindow | undefined;

  function thereIs<Part>(part: Part | undefined): Part {
    assert.ok(part !== undefined, 'it is there from the first hook on');
    return part;
  }

  const suite: SuiteWorkbench = {
    get phone() {
      return thereIs(host).phone;
    },
    get simulator() {
      return thereIs(host).simulator;
    },
    get page() {
      return thereIs(window).page;
    },
    get workbench() {
      return thereIs(window).workbench;
    },
    waitForStatus: (isSo) => thereIs(host).waitForStatus(isSo),
    endCalls: () => thereIs(host).endCalls(thereIs(window)),
  };

  before(async function () {
    this.timeout(300_000);
    const installed = provideExtension === undefined ? [] : [await provideExtension()];
    host = await WorkbenchWithPhone.start(this, prepare, { installed });
    window = await host.openWindow();
  });

  after(() => host?.close());

  afterEach(() => suite.endCalls());

  return suite;
}
