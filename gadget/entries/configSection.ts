import { loadFormInGrowthForm } from '../wiki/configLoader.ts';

/*
 * The gadget "mentorship-config-section", on special pages and only for those who may change the
 * settings: Special:Homepage is a special page too, and newcomers are not to pay for this.
 */
loadFormInGrowthForm();
