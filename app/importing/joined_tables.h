// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/row_reader.h"

#include <memory>
#include <string>
#include <vector>

/// The national implementation list (实施清单) in tables of its own: a row a service in up_task_general_basic and _extend, any
/// number of rows in _material, _fee_project and _questions, joined by task_code (实施编码), else by task_guid to rowguid.
namespace zhida::importing {

struct NamedTable {
    std::string name;  ///< of the sheet, of the file
    std::unique_ptr<RowReader> reader;
};

/// One table of services and at least one that belongs to it. Tables are known by their headings, that of extensions by its name
/// (extend, 扩展).
bool isItemList(const std::vector<NamedTable>& tables);

/// One row a service, with its materials, fees and questions. Tables that are none of the list are left out. Those that belong to
/// the services are read when the first row is asked for; rows of theirs that no service has come as errors behind the last
/// service: row.noService{sheet,line,key} row.noName{sheet,line}, and those of the tables' readers.
/// Only of tables for which isItemList() holds.
std::unique_ptr<RowReader> joinItemList(std::vector<NamedTable> tables);

/// A heading as the national list names it: "UP_TASK_GENERAL_BASIC.TASK_NAME" and 事项名称 are both task_name. Others unchanged, in
/// lower case.
std::string nationalName(std::string_view heading);

}  // namespace zhida::importing
