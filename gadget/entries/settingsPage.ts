import { loadFormOnThresholdsPage } from '../wiki/settingsLoader.ts';

/*
 * The gadget "mentorship-settings-page", on JSON pages of the MediaWiki namespace only: the loader on
 * everybody's Homepage has no byte to spare for the few who come there.
 */
loadFormOnThresholdsPage();
