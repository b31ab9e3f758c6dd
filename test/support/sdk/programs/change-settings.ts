import { SettingsFile } from '../../../../sdk/src/settings/settings-file.ts';
import { closedPhone } from '../phone-that.ts';

// Adds keys to an ini, one change each: FILE NAME COUNT.
const [file = '', name = '', count = '0'] = process.argv.slice(2);
const settings = new SettingsFile(file, closedPhone);
for (let index = 0; index < Number(count); index++) {
  await settings.change((ini) => ini.set('Settings', `${name}-${index}`, 'x'));
}
