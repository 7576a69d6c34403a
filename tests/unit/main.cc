// Catch2's main takes long to compile, so it sits alone.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
