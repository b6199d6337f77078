import { open } from '../hosts/open.ts';
import { whenReady } from '../wiki/page.ts';

/*
 * The default gadget: on every page of its namespaces, so it only decides, and loads the card where
 * there is something to show.
 */
whenReady(open);
