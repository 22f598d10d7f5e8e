// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What a connect has done, for people: a table, a timeline as text, and one as SVG.

#include "trace/connect_timeline.hpp"
#include "trace/report_text.hpp"
#include "trace/timeline_svg.hpp"
#include "trace/timeline_text.hpp"
