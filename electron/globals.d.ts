/** Set by the build. False in a release: everything behind it, switches and fakes for tests, is then not in the program. */
declare const __TEST_BUILD__: boolean;
