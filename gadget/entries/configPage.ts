import { loadFormOnConfigPage } from '../wiki/configLoader.ts';

/*
 * The gadget "mentorship-config-page", on JSON pages of the MediaWiki namespace only: the loader on
 * everybody's Homepage has no byte to spare for the few who come there.
 */
loadFormOnConfigPage();
