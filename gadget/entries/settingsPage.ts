import { loadFormOnThresholdsPage } from '../wiki/settingsLoader.ts';

/*
 * The gadget "mentorship-settings-page", on JSON pages of the MediaWiki namespace only: few people
 * come there, and the loader, which every reader gets, has no byte to spare for them.
 */
loadFormOnThresholdsPage();
