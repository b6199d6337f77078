<?php
/**
 * Settings of the wikis that tests run against. realWiki.ts starts PHP with these variables:
 * WIKI_FOLDER, where this wiki's data is; WIKI_DOCUMENTS, MediaWiki and the extensions as they are
 * served; WIKI_EXTENSIONS, the names of those to load; and WIKI_ORIGIN, its address. The MediaWiki
 * files themselves are shared by all wikis and never written to.
 */
if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

// As the demo wiki does: another site could otherwise give a name of its own this machine's address
// and read along, or change pages by a form, as whoever is logged out needs no secret for that.
// A program on the command line has no host.
$host = $_SERVER['HTTP_HOST'] ?? 'localhost';
if ( !preg_match( '/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/D', $host ) ) {
	http_response_code( 421 );
	exit( 'This wiki answers as 127.0.0.1 or localhost only.' );
}
$isChange = ( $_SERVER['REQUEST_METHOD'] ?? 'GET' ) === 'POST';
if ( $isChange && ( $_SERVER['HTTP_ORIGIN'] ?? "http://$host" ) !== "http://$host" ) {
	http_response_code( 403 );
	exit( 'This wiki takes changes from its own pages only.' );
}

$folder = getenv( 'WIKI_FOLDER' );

$wgSitename = 'Test wiki';
$wgServer = getenv( 'WIKI_ORIGIN' );
$wgScriptPath = '';
$wgLanguageCode = 'en';
$wgLocaltimezone = 'UTC';
// Nothing to keep secret: every account's password is in this repository, the server on loopback.
$wgSecretKey = 'the test wiki has no secrets';
$wgShowExceptionDetails = true;
$wgPingback = false;
$wgEnableEmail = false;
$wgCacheDirectory = "$folder/cache";
$wgUploadDirectory = "$folder/images";
$wgTmpDirectory = "$folder/cache";

// Losing the last writes in a power cut is fine here, waiting for the disk is not. A transaction
// takes the write lock when it begins, as otherwise parallel requests fail with "database is locked";
// with DBO_DEFAULT, even reading would be a transaction, and parallel requests would queue.
$database = [
	'type' => 'sqlite',
	'dbDirectory' => $folder,
	'tablePrefix' => '',
	'trxMode' => 'IMMEDIATE',
	'variables' => [ 'synchronous' => 'OFF' ],
	'flags' => 0,
	'load' => 1,
];
$wgDBtype = 'sqlite';
$wgDBname = 'wiki';
$wgSQLiteDataDir = $folder;
$wgDBservers = [ [ 'dbname' => 'wiki' ] + $database ];
$wgObjectCaches[CACHE_DB] = [
	'class' => SqlBagOStuff::class,
	'server' => [ 'dbname' => 'wikicache' ] + $database,
];
$wgJobTypeConf['default'] = [
	'class' => 'JobQueueDB',
	'claimTTL' => 3600,
	'server' => [ 'dbname' => 'wiki_jobqueue' ] + $database,
];
$wgJobRunRate = 0;

// setPerson() writes to the user table directly, and the next request has to see it.
$wgMainCacheType = CACHE_NONE;
$wgSessionCacheType = CACHE_DB;
// The next page load has to see a saved gadget: the startup manifest is revalidated each time.
$wgResourceLoaderMaxage = [ 'unversioned' => 0 ];
$wgForceDeferredUpdatesPreSend = true;

// Tests create and log in people faster than anybody would by hand, all with one password.
$wgRateLimits = [];
$wgAccountCreationThrottle = [];
$wgPasswordAttemptThrottle = [];
$wgPasswordPolicy['policies'] = [ 'default' => [] ];
$wgPasswordConfig['pbkdf2']['cost'] = '1';

$wgAllowUserJs = true;
$wgAllowUserCss = true;
$wgExtensionDirectory = getenv( 'WIKI_DOCUMENTS' ) . '/extensions';
wfLoadExtension( 'Gadgets' );
$wgDefaultSkin = 'vector-2022';
foreach ( [ 'Vector', 'MinervaNeue', 'Timeless', 'MonoBook' ] as $skin ) {
	if ( is_file( "$IP/skins/$skin/skin.json" ) ) {
		wfLoadSkin( $skin );
	}
}

$extensions = array_filter( explode( ',', getenv( 'WIKI_EXTENSIONS' ) ) );
wfLoadExtensions( $extensions );
if ( in_array( 'GrowthExperiments', $extensions ) ) {
	$wgGEHomepageEnabled = true;
	$wgGEHomepageNewAccountEnablePercentage = 100;
	$wgDefaultUserOptions['growthexperiments-homepage-enable'] = 1;
	$wgDefaultUserOptions['growthexperiments-homepage-pt-link'] = 1;
	$wgDefaultUserOptions['growthexperiments-homepage-mentorship-enabled'] = 1;
	// A job stores the mentor whom a visit to the Homepage has drawn.
	$wgJobRunRate = 1;
}

if ( is_file( "$folder/extraSettings.php" ) ) {
	require "$folder/extraSettings.php";
}
