// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/print_article.h"
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QFile>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace zhida;

/// An article on paper.
class ArticleSheetTest : public QObject {
    Q_OBJECT

private slots:
    void everythingThatACitizenMustKnowIsOnIt();
    void whatIsNotSaidTakesNoPlaceAndNoTextIsTakenForMarks();
    void itIsLaidOutAsPages();

private:
    static domain::Article article() {
        domain::Article article;
        article.title = "健康证办理";
        article.answer = "到所在地乡镇卫生院办理。";
        article.conditions = {"从事餐饮服务"};
        article.materials = {"身份证原件", "一寸照片两张"};
        article.steps = {"登记", "体检"};
        article.timeLimit = "5 个工作日";
        article.fee = "免费";
        article.place = "天平卫生院一楼";
        article.phone = "0538-8812345";
        article.basis = {{"公共场所卫生管理条例", "国发〔1987〕24号", "第七条"}};
        article.version = 3;
        article.validTo = "2027-12-31";
        return article;
    }
    static QString text(const domain::Article& article) {
        QTextDocument document;
        document.setHtml(ui::ArticleSheet::html(article, {}, *parseDay("2026-11-28")));
        return document.toPlainText();
    }
};

void ArticleSheetTest::everythingThatACitizenMustKnowIsOnIt() {
    ui::speak(*qApp, QStringLiteral("en"));
    const QString sheet = text(article());
    for (const char* each :
         {"健康证办理", "到所在地乡镇卫生院办理。", "从事餐饮服务", "□ 1. 身份证原件", "□ 2. 一寸照片两张", "1. 登记",
          "2. 体检", "5 个工作日", "免费", "天平卫生院一楼", "0538-8812345",
          "《公共场所卫生管理条例》国发〔1987〕24号 第七条", "Version 3", "2027-12-31", "12345"}) {
        QVERIFY2(sheet.contains(QString::fromUtf8(each)), each);
    }
    QVERIFY(sheet.contains(QStringLiteral("2026")));
}

void ArticleSheetTest::whatIsNotSaidTakesNoPlaceAndNoTextIsTakenForMarks() {
    ui::speak(*qApp, QStringLiteral("en"));
    domain::Article bare;
    bare.title = "A <b>&amp; %1";
    bare.answer = "<script>x</script>\n第二行";
    bare.materials = {"100%1 <i>原件</i>"};
    const QString sheet = text(bare);
    QVERIFY(sheet.contains(QStringLiteral("A <b>&amp; %1")));
    QVERIFY(sheet.contains(QStringLiteral("<script>x</script>\n第二行")));
    QVERIFY(sheet.contains(QStringLiteral("□ 1. 100%1 <i>原件</i>")));
    QVERIFY(!sheet.contains(QStringLiteral("What happens")));
    QVERIFY(!sheet.contains(QStringLiteral("Basis")));
    QVERIFY(!sheet.contains(QStringLiteral("Telephone")));
}

void ArticleSheetTest::itIsLaidOutAsPages() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheet.pdf"));
    {
        QPdfWriter paper(path);
        ui::layOut(ui::ArticleSheet::html(article(), {}, *parseDay("2026-11-28")), paper);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    QVERIFY(bytes.contains("/Font"));
    QVERIFY(bytes.size() > 2'000);
}

QTEST_MAIN(ArticleSheetTest)
#include "article_sheet_test.moc"
