using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Timers of Windows Forms, which a designer sets up in a generated file.</summary>
public sealed class DesignerTimerTests
{
    static Scenario Form(string designed, string handler = "timer1_Tick", string load = "", string generated = "MainForm.Designer.cs") => Code.WithPortal($$"""
        using System.Windows.Forms;
        namespace App;

        public partial class MainForm : Form
        {
            readonly Portal _portal;

            public MainForm(Portal portal)
            {
                _portal = portal;
                InitializeComponent();
            }

            void MainForm_Load(object? sender, EventArgs e)
            {
                timer1.Enabled = true;
                {{load}}
            }

            async void {{handler}}(object? sender, EventArgs e)
            {
                await _portal.CallAsync("crm.deal.get");
            }
        }
        """).With(generated, $$"""
        namespace App
        {
            partial class MainForm
            {
                private System.ComponentModel.IContainer components = null!;
                private System.Windows.Forms.Timer timer1 = null!;

                private void InitializeComponent()
                {
                    this.components = new System.ComponentModel.Container();
                    this.timer1 = new System.Windows.Forms.Timer(this.components);
                    {{designed}}
                }
            }
        }
        """).WithStub("System.Windows.Forms");

    [Theory]
    [InlineData("this.timer1.Interval = 60000; this.timer1.Tick += new System.EventHandler(this.timer1_Tick);")]
    [InlineData("timer1.Interval = 60000; timer1.Tick += timer1_Tick;")]
    public void AHandlerHasTheScheduleOfTheDesigner(string designed) => Form(designed).AreExactly("timer1_Tick | timer1_Tick | every 1 min | crm.deal.get: 1");

    [Fact]
    public void TheFormMaySetTheInterval() => Form("this.timer1.Tick += new System.EventHandler(this.timer1_Tick);", load: "timer1.Interval = 5 * 60 * 1000;")
        .AreExactly("timer1_Tick | timer1_Tick | every 5 min | crm.deal.get: 1");

    [Theory]
    [InlineData("this.timer1.Interval = 60000;", "")]
    [InlineData("this.timer1.Tick += new System.EventHandler(this.timer1_Tick);", "")]
    [InlineData("this.timer1.Interval = 60000; this.timer1.Tick += new System.EventHandler(this.MainForm_Load);", "")]
    [InlineData("this.timer1.Interval = 100; this.timer1.Tick += new System.EventHandler(this.timer1_Tick);", "timer1.Interval = int.Parse(Console.ReadLine()!);")]
    public void OthersHaveNone(string designed, string load) => Form(designed, load: load).AreExactly();

    [Fact]
    public void APartThatIsWrittenByHandSaysItItself() => Form("this.timer1.Interval = 60000; this.timer1.Tick += this.timer1_Tick;", generated: "MainForm.Timers.cs")
        .AreExactly("Tick | timer1_Tick | every 1 min | crm.deal.get: 1");
}
