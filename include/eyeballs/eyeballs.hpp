// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The door to tasks, to both algorithms, and to virtual time for tests: the standard library only.
// Addresses as values are in address/, to be included singly.

#include "attempts/extended_delay.hpp"
#include "connect_by_name.hpp"
#include "core/as_result.hpp"
#include "core/dataflow_variable.hpp"
#include "core/join.hpp"
#include "core/operation.hpp"
#include "core/race.hpp"
#include "core/result.hpp"
#include "core/shield.hpp"
#include "core/sleep.hpp"
#include "core/task.hpp"
#include "core/this_task.hpp"
#include "core/timeout.hpp"
#include "happy_eyeballs.hpp"
#include "testing/virtual_time.hpp"
