import DefaultNavbarItem from '@theme/NavbarItem/DefaultNavbarItem';
import SearchNavbarItem from '@theme/NavbarItem/SearchNavbarItem';

/** What the bar at the top is made of. Each kind is loaded with every page, those too that a site has none of. */
export default { default: DefaultNavbarItem, search: SearchNavbarItem };
