import { loadFormInGrowthForm } from '../wiki/settingsLoader.ts';

/*
 * The gadget "mentorship-settings-section", on special pages and only for those who may change the
 * settings: Special:Homepage is a special page too, and newcomers are not to pay for this.
 */
loadFormInGrowthForm();
