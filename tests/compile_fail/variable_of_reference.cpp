// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
// expect: a variable holds no reference
#include "eyeballs/eyeballs.hpp"

#ifdef CONTROL
eyeballs::dataflow_variable<int*> v;
#else
eyeballs::dataflow_variable<int&> v;
#endif
