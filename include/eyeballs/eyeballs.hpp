// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The core, the algorithm and virtual time: the standard library only.

#include "connect_by_name.hpp"
#include "core/as_result.hpp"
#include "core/dataflow_variable.hpp"
#include "core/environment.hpp"
#include "core/join.hpp"
#include "core/never.hpp"
#include "core/race.hpp"
#include "core/result.hpp"
#include "core/shield.hpp"
#include "core/sleep.hpp"
#include "core/stop_point.hpp"
#include "core/task.hpp"
#include "core/timeout.hpp"
#include "end_of_turn.hpp"
#include "happy_eyeballs.hpp"
#include "virtual_time.hpp"
