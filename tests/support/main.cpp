// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#define CATCH_CONFIG_RUNNER  // Catch2 2 puts its implementation here; 3 has it in a library
#include "catch.hpp"

int main(int argc, char* argv[]) { return Catch::Session().run(argc, argv); }
