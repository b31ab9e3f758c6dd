export { profileValue } from '../../settings/profile-value.ts';
